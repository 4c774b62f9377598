"""A mistake of the harness's own in one line, with its place, so that whoever is told of it can tell us."""

import traceback
from pathlib import Path

_LENGTH = 240


def mistake_text(error: Exception) -> str:
    """Give ``TypeError: what it says (harness, keys.py:131)`` for an error that nobody expected."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" (harness, {Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
    text = " ".join(str(error).split())[:_LENGTH]
    return f"{type(error).__name__}{': ' + text if text else ''}{place}"
