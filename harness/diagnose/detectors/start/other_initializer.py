"""Other initializer: the first values are drawn from another distribution, or set to another number."""

from collections.abc import Iterator

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed, verb
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_values import apart_at_start, drawn_otherwise, held_to_the_same
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.initializers import drawn_from
from harness.diagnose.sources.text.source import read_source
from harness.words.finding import Confidence, Finding
from harness.words.stage import Stage

_MOST = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, whose trained variables begin with numbers that are no draws of one
    distribution, by these numbers or by the names of what draws them.

    The trial runs the right side from the left one's values, and shows that nothing else differs; it would cure other
    draws of one distribution as well, which these numbers are not.
    """
    found = apart_at_start(evidence) if differs(evidence) else ()
    if not found:
        return None
    says = [f"{each.right} begins {how}" for each in found if (how := drawn_otherwise(each)) is not None]
    by_names = not says
    says = says or list(_named(evidence))
    if not says:
        return None
    more = f", and {len(says) - _MOST} more" if len(says) > _MOST else ""
    others = [each.right for each in found if drawn_otherwise(each) is None]
    besides = (
        f"; {listed(others)} {verb(others, 'begins', 'begin')} with other numbers, too"
        if others and not by_names
        else ""
    )
    finding = Finding(
        "other-initializer",
        Confidence.POSSIBLE,
        "; ".join(says[:_MOST]) + more + besides,
        "take the initializer of the other side, with its scale; the numbers stay other ones where the generator is",
    )
    return held_to_the_same(finding, evidence)


def _named(evidence: Evidence) -> Iterator[str]:
    """Distributions that only one text names, where each names one that the other does not."""
    left, right = (drawn_from(read_source(side.source)) for side in (evidence.left, evidence.right))
    if left - right and right - left:
        mine, other = (" and ".join(sorted(names)) for names in (left - right, right - left))
        yield f"{evidence.right.name} draws from {other}, {evidence.left.name} from {mine}"


CAUSE = Cause(
    ("other-initializer",),
    detect,
    likely=("other-initializer",),
    stages=(Stage.START,),
    only_confirmed=True,
    steadily=True,
)
