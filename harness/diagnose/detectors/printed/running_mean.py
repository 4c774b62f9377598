"""Running mean: one side prints the loss of each batch, the other the mean of the epoch so far."""

from dataclasses import dataclass

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Paired
from harness.diagnose.evidence.gather import names_of
from harness.diagnose.evidence.shape import is_apart, moving, uncertainty
from harness.words.finding import Change, Confidence, Finding, Place

# Numbers that are no number of the other side; what fewer show may be chance.
_FEWEST = 3


@dataclass(frozen=True)
class _Means:
    """How many numbers of one series are means of the other's, and how often the mean begins anew."""

    told: int
    begins: int


def detect(evidence: Evidence) -> Finding | None:
    """Find series of which every number is the mean of the other side's numbers since some record, at least three of
    them no number of the other side. All that differs has to be such a series.

    The trial tells Keras' callbacks what one batch gave, and would cure no other cause. Without it the finding is
    likely, for the numbers of one side are worked out of the other's.
    """
    apart = tuple(each for each in moving(evidence) if is_apart(each, evidence.tolerances))
    for place in (Place.RIGHT, Place.LEFT):
        found = [_means(each if place is Place.RIGHT else each.swapped) for each in apart]
        if not apart or any(each is None for each in found):
            continue
        means = [each for each in found if each is not None]
        count = sum(len(each.right.numbers) for each in apart)
        side, other = evidence.side(place), evidence.side(place.other)
        return Finding(
            "running-mean",
            Confidence.LIKELY,
            f"{names_of(apart)} of {side.name}: all {count} numbers are means of those of {other.name}, begun anew "
            f"{means[0].begins} times; {means[0].told} of them are no number of its own",
            "since 2.2 logs of on_batch_end are means of the epoch so far: take k * mean - (k - 1) * the mean before",
            trials=(Change("the loss of each batch told to callbacks", side=place, patch="batch_losses"),),
        )
    return None


def _means(paired: Paired) -> _Means | None:
    """How the right numbers are means of the left ones, None where they are not."""
    pairs = paired.together
    if len(pairs) < len(paired.left.numbers) or len(pairs) < len(paired.right.numbers):
        return None
    count = told = begins = 0
    summed = loose = 0.0
    for mine, other in pairs:
        own, theirs = uncertainty(paired.left, mine), uncertainty(paired.right, other)
        count, summed, loose = count + 1, summed + mine.value, loose + own
        slack = loose / count + theirs
        if count > 1 and abs(summed / count - other.value) <= slack:
            told += abs(mine.value - other.value) > slack
            continue
        count, summed, loose, begins = 1, mine.value, own, begins + 1
        if abs(mine.value - other.value) > own + theirs:
            return None
    return _Means(told, begins) if told >= _FEWEST and begins < told else None


CAUSE = Cause(("running-mean",), detect, likely=("running-mean",))
