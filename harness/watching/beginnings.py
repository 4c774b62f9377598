"""Whether two variables begin with values that were drawn, or written, in the same way."""

import math

import numpy as np

from harness.words.observation import Reduced

# So many standard errors apart, two spreads of so many numbers are not drawn alike: seven of a normal one, which leaves
# room for those with more far-off elements.
_FAR = 7.0
# As many digits have constants of scripts; a float32 that is drawn has six to nine, but for one in thousands.
_WRITTEN = 4


def drawn_otherwise(one: Reduced, two: Reduced) -> bool:
    """Say whether two arrays of as many elements differ by more than chance: another constant, a constant where the
    other is drawn, or numbers of another size."""
    if one.size == 1:
        # One number that was drawn may be any; what somebody wrote has few digits.
        written = _is_written(one.least) or _is_written(two.least)
        return written and not math.isclose(one.least, two.least, rel_tol=1e-5)
    if one.size < 2 or not all(map(math.isfinite, (one.norm, two.norm))):
        return False
    if one.least == one.most or two.least == two.most:
        return not (math.isclose(one.least, two.least, rel_tol=1e-5) and math.isclose(one.most, two.most, rel_tol=1e-5))
    return abs(math.log(_typical(one) / _typical(two))) > _FAR / math.sqrt(one.size)


def begins_with(value: Reduced) -> str:
    """Give in words what a variable begins with: ``0 throughout``, ``numbers of the size 0.05``."""
    if value.least == value.most:
        return f"{value.least:.3g} throughout"
    return f"numbers of the size {_typical(value):.2g}"


def _is_written(number: float) -> bool:
    digits = np.format_float_scientific(np.float32(number), trim="-").partition("e")[0]
    return len(digits.lstrip("-").replace(".", "")) <= _WRITTEN


def _typical(value: Reduced) -> float:
    """The root of the mean square of its elements."""
    return value.norm / math.sqrt(value.size)
