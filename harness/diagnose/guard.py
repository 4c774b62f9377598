"""A diagnosis that fails costs the diagnosis, never the result that it was to explain."""

import traceback
from collections.abc import Callable
from pathlib import Path

from harness.words.errors import UsageError
from harness.words.finding import Diagnosis

_LENGTH = 240


def guarded(diagnose: Callable[[], Diagnosis]) -> Diagnosis:
    """Give a diagnosis, or in one line the problem that there was with it: a golden trace of another style that cannot
    be read, or a mistake in a detector, with its place in the harness."""
    try:
        return diagnose()
    except UsageError as error:
        return Diagnosis(problem=f"no diagnosis: {error}")
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = f" (harness, {Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        text = " ".join(str(error).split())[:_LENGTH]
        return Diagnosis(problem=f"no diagnosis: {type(error).__name__}{': ' + text if text else ''}{place}")
