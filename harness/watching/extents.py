"""How large the variables of two runs have been so far: what their rounding goes by, however near zero they come."""

import math
from collections.abc import Mapping

from harness.watching.pairs import Pairs
from harness.words.observation import ObservedStep, ObservedVariable


def with_extents_of(
    known: Mapping[str, float], left: ObservedStep, right: ObservedStep, pairs: Pairs
) -> Mapping[str, float]:
    """Give the largest element that each pair of variables has had on either side, by their left names: those that are
    ``known``, and those of this step, before and after it."""
    mine = {each.name: each for each in left.variables}
    theirs = {each.name: each for each in right.variables}
    found = dict(known)
    for pair in pairs.pairs:
        sizes = [_extent(step.get(name)) for step, name in ((mine, pair.left), (theirs, pair.right))]
        found[pair.left] = max(found.get(pair.left, 0.0), *sizes)
    return found


def _extent(variable: ObservedVariable | None) -> float:
    if variable is None:
        return 0.0
    arrays = [each for each in (variable.before, variable.after) if each is not None]
    ends = [abs(end) for each in arrays for end in (each.least, each.most)]
    return max((end for end in ends if math.isfinite(end)), default=0.0)
