"""Whether a port draws its first values as the original does: a same start takes the place of both."""

import math

import numpy as np

from harness.sides.observing.rounding import GROWN
from harness.watching.first_values import values_before
from harness.watching.gates import forget_of
from harness.watching.pairs import GATES, Pairs
from harness.watching.watched import Watched
from harness.words.observation import Observation, Reduced

# So many standard errors apart, two spreads of so many numbers are not drawn alike: seven of a normal one, which leaves
# room for those with more far-off elements.
_FAR = 7.0
# As many digits have constants of scripts; a float32 that is drawn has six to nine, but for one in thousands.
_WRITTEN = 4


def begins_otherwise(pairs: Pairs, left: Observation, right: Observation) -> str | None:
    """Give in words a variable that begins with other values than its partner by more than chance: another constant, a
    constant where the other is drawn, or numbers of another size. None where there is none."""
    of_left, of_right = values_before(left), values_before(right)
    for pair in pairs.pairs:
        one, two = of_left.get(pair.left), of_right.get(pair.right)
        if one is None or two is None or one.size != two.size:
            continue
        # A layer has in its bias what an LSTM's cell adds to its forget gate; the steps show whether it is that.
        of_gates = pair.layout == GATES and forget_of(one, two) is not None
        if not of_gates and _otherwise(one, two):
            return f"{pair.right} begins with {_words(two)}, in the original with {_words(one)}"
    return None


def begin_alike(seen: Watched) -> bool:
    """Say whether both sides begin with the same values where nobody sets them: all arrays of their first step
    agree."""
    return seen.held > 0 and (seen.parting is None or seen.parting.number > 0)


def begin_with_same_bits(seen: Watched) -> bool:
    """Say whether both sides have the same variables, whose first values have the same bits, and agree in each step of
    either, no difference having grown."""
    pairs, of_left, of_right = seen.pairs, values_before(seen.left), values_before(seen.right)
    whole = bool(pairs.pairs) and not (pairs.only_left or pairs.only_right or pairs.fused or seen.noisy)
    as_many = seen.held == len(seen.left.steps) == len(seen.right.steps) and seen.left.count == seen.right.count
    if not (whole and as_many and seen.parting is None and seen.ulps <= GROWN):
        return False
    begin = [(of_left.get(pair.left), of_right.get(pair.right)) for pair in pairs.pairs]
    return all(one is not None and one == two for one, two in begin)


def _otherwise(one: Reduced, two: Reduced) -> bool:
    if one.size == 1:
        # One number that was drawn may be any; what somebody wrote has few digits.
        written = _is_written(one.least) or _is_written(two.least)
        return written and not math.isclose(one.least, two.least, rel_tol=1e-5)
    if one.size < 2 or not all(map(math.isfinite, (one.norm, two.norm))):
        return False
    if one.least == one.most or two.least == two.most:
        return not (math.isclose(one.least, two.least, rel_tol=1e-5) and math.isclose(one.most, two.most, rel_tol=1e-5))
    return abs(math.log(_typical(one) / _typical(two))) > _FAR / math.sqrt(one.size)


def _is_written(number: float) -> bool:
    digits = np.format_float_scientific(np.float32(number), trim="-").partition("e")[0]
    return len(digits.lstrip("-").replace(".", "")) <= _WRITTEN


def _typical(value: Reduced) -> float:
    """The root of the mean square of its elements."""
    return value.norm / math.sqrt(value.size)


def _words(value: Reduced) -> str:
    if value.least == value.most:
        return f"{value.least:.3g} throughout"
    return f"numbers of the size {_typical(value):.2g}"
