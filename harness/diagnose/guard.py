"""A diagnosis that fails costs the diagnosis, never the result that it was to explain."""

from collections.abc import Callable

from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.mistake import mistake_text


def guarded(diagnose: Callable[[], Diagnosis]) -> Diagnosis:
    """Give a diagnosis, or in one line the problem that there was with it: a golden trace of another style that cannot
    be read, or a mistake in a detector, with its place in the harness."""
    try:
        return diagnose()
    except UsageError as error:
        return Diagnosis(problem=f"no diagnosis: {error}")
    except Exception as error:
        return Diagnosis(problem=f"no diagnosis: {mistake_text(error)}")
