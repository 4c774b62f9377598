"""Weights not shared: what one side uses twice the other one has twice, each copy trained by its own part."""

from collections.abc import Mapping, Sequence

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.observation import ObservedStep, ObservedVariable
from harness.words.stage import Stage

# Of the largest element, what rounding leaves of a sum of a few gradients.
_ROUNDING = 1e-4
_MOST_NAMED = 2

Group = tuple[str, tuple[str, ...]]


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, of which one trains copies of the other one's variables, with gradients that
    add up to the other's in the step in which they part.

    The trial gives each copy the sum of all, so that copies that begin alike stay alike; it would cure nothing else.
    """
    seen = evidence.watched
    if seen is None or not differs(evidence) or seen.parting is None or seen.parting.both is None:
        return None
    left, right = seen.parting.both
    for place, mine, other, alone in (
        (Place.RIGHT, right, left, seen.pairs.only_right),
        (Place.LEFT, left, right, seen.pairs.only_left),
    ):
        partners = {
            (pair.left if place is Place.RIGHT else pair.right): (pair.right if place is Place.RIGHT else pair.left)
            for pair in seen.pairs.pairs
            if pair.is_in_order
        }
        groups = _groups(mine, other, partners, alone)
        if groups and len(alone) == sum(len(copies) - 1 for _, copies in groups):
            return _finding(groups, place, evidence)
    return None


def _groups(mine: ObservedStep, other: ObservedStep, partners: Mapping[str, str], alone: Sequence[str]) -> list[Group]:
    """The variables of the side that shares, each with its copies of this side, whose gradients add up to its own."""
    here = {each.name: each for each in mine.variables}
    free = [here[name] for name in alone if name in here]
    found = []
    for each in other.variables:
        partner = here.get(partners.get(each.name, ""))
        if partner is None or each.gradient is None:
            continue
        alike = [copy for copy in free if _begins_alike(copy, partner)]
        for count in range(1, len(alike) + 1):
            if _adds_up(each, [partner, *alike[:count]]):
                found.append((each.name, (partner.name, *(copy.name for copy in alike[:count]))))
                free = [copy for copy in free if copy not in alike[:count]]
                break
    return found


def _begins_alike(one: ObservedVariable, two: ObservedVariable) -> bool:
    return one.before is not None and two.before is not None and one.before.digest == two.before.digest


def _adds_up(whole: ObservedVariable, parts: Sequence[ObservedVariable]) -> bool:
    gradients = [part.gradient for part in parts]
    if whole.gradient is None or any(each is None for each in gradients):
        return False
    wanted = np.asarray(whole.gradient.sample)
    samples = [np.asarray(each.sample) for each in gradients if each is not None]
    if any(each.shape != wanted.shape for each in samples) or not wanted.any():
        return False
    largest = max(float(np.abs(each).max()) for each in (wanted, *samples))
    return bool(np.all(np.abs(sum(samples) - wanted) <= _ROUNDING * largest))


def _finding(groups: Sequence[Group], place: Place, evidence: Evidence) -> Finding:
    copies, shares = evidence.side(place).name, evidence.side(place.other).name
    told = "; ".join(f"{', '.join(each)} for {name}" for name, each in groups[:_MOST_NAMED])
    more = f"; and {len(groups) - _MOST_NAMED} more" if len(groups) > _MOST_NAMED else ""
    return Finding(
        "weights-not-shared",
        Confidence.LIKELY,
        f"{copies} trains {told}{more} of {shares}, from the same first values, and their gradients add up to that "
        "one's",
        f"make the layer once and call it wherever {shares} uses its weights again (reuse=True of a variable_scope, or "
        "one name)"
        if place is Place.RIGHT
        else f"make a layer for each, as {copies} does",
        trials=(
            Change(
                "the same update for all copies",
                place,
                patch="updated_together",
                arguments={"groups": [list(each) for _, each in groups]},
            ),
        ),
    )


CAUSE = Cause(
    ("weights-not-shared",),
    detect,
    likely=("weights-not-shared",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS),
)
