"""Whether a port draws its first values as the original does: a same start takes the place of both."""

from harness.sides.observing.rounding import GROWN
from harness.watching.beginnings import begins_with, drawn_otherwise
from harness.watching.first_values import values_before
from harness.watching.gates import forget_of
from harness.watching.pairs import GATES, Pairs
from harness.watching.watched import Watched
from harness.words.observation import Observation


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
        if not of_gates and drawn_otherwise(one, two):
            return f"{pair.right} begins with {begins_with(two)}, in the original with {begins_with(one)}"
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
