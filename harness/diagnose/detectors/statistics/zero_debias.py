"""Zero debias: an average that begins at zero, corrected for that on one side only."""

from collections.abc import Sequence

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.shape import differs, is_apart, shown
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.series import Number

# Numbers that the factor has to hold of, and what rounding and printing leave of one.
_FEWEST, _ROUNDING = 4, 1e-4
_CALLS = frozenset({"assign_moving_average", "ExponentialMovingAverage"})


def detect(evidence: Evidence) -> Finding | None:
    """Find a series that is, record for record, the other side's divided by ``1 - decay ** n``, of any one decay; or a
    script with an average that is corrected for its start at zero, where the other one has none.

    The trial takes the correction from the averages of TensorFlow on the side that has it, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    found = [(place, _corrected(evidence.side(place).source)) for place in (Place.LEFT, Place.RIGHT)]
    lines = {place: line for place, line in found if line}
    factor = _by_numbers(evidence)
    if factor is None and len(lines) != 1:
        return None
    place = factor[0] if factor is not None else next(iter(lines))
    side, other = evidence.side(place), evidence.side(place.other)
    says = f"{side.name} corrects an average for its start at zero, {other.name} does not"
    if place in lines:
        says += f" (line {lines[place]})"
    if factor is not None:
        _, name, decay = factor
        says += f": in record n, {name} of the former is that of the latter divided by 1 - {shown(decay)} ** n"
    change = (
        "divide what the average has come to by 1 - decay ** n, n updates, where it is read"
        if place is Place.LEFT
        else "take the average as it is, or give it zero_debias=False"
    )
    trials = (Change("averages as they are", place, patch="averages_as_they_are"),) if place in lines else ()
    sure = Confidence.LIKELY if factor is not None else Confidence.POSSIBLE
    return Finding("zero-debias", sure, says, change, trials=trials)


def _corrected(source: str) -> int:
    """The line of the first average that is corrected, 0 where there is none: ``assign_moving_average`` is unless it is
    told otherwise, ``ExponentialMovingAverage`` where it is told so."""
    for call in read_source(source).calls if source else ():
        told = call.keywords.get("zero_debias")
        if call.method in _CALLS and told != "False" and (told is not None or call.method.startswith("assign")):
            return call.line
    return 0


def _by_numbers(evidence: Evidence) -> tuple[Place, str, float] | None:
    for paired in evidence.paired:
        if not is_apart(paired, evidence.tolerances):
            continue
        for place, each in ((Place.LEFT, paired), (Place.RIGHT, paired.swapped)):
            decay = _decay(each)
            if decay is not None:
                return place, paired.name, decay
    return None


def _decay(paired: Paired) -> float | None:
    """The decay with which the left number of record n is the right one over ``1 - decay ** n``; None for no decay."""
    pairs = paired.together
    if len(pairs) < _FEWEST or pairs[0][0].position != 0 or not pairs[0][0].value:
        return None
    decay = 1 - pairs[0][1].value / pairs[0][0].value
    if not 0 < decay < 1:
        return None
    return decay if _holds(decay, pairs) else None


def _holds(decay: float, pairs: Sequence[tuple[Number, Number]]) -> bool:
    told = 0
    for mine, other in pairs:
        share = 1 - decay ** (mine.position + 1)
        allowed = _ROUNDING * abs(mine.value) * (1 + 1 / share) + mine.slack + other.slack / share
        if abs(mine.value - other.value / share) > allowed:
            return False
        told += abs(mine.value - other.value) > 2 * allowed
    return told >= _FEWEST


CAUSE = Cause(("zero-debias",), detect, likely=("zero-debias",))
