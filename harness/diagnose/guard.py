"""A diagnosis that fails costs the diagnosis, never the result that it was to explain."""

import traceback
from collections.abc import Callable
from pathlib import Path

from harness.errors import UsageError
from harness.finding import Finding

_LENGTH = 240


def guarded(diagnose: Callable[[], tuple[Finding, ...]]) -> tuple[tuple[Finding, ...], str]:
    """Give the findings of a diagnosis, or none and in one line why there are none: a golden trace of another style
    that cannot be read, or a mistake in a detector, with its place in the harness."""
    try:
        return diagnose(), ""
    except UsageError as error:
        return (), f"no diagnosis: {error}"
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = f" (harness, {Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        text = " ".join(str(error).split())[:_LENGTH]
        return (), f"no diagnosis: {type(error).__name__}{': ' + text if text else ''}{place}"
