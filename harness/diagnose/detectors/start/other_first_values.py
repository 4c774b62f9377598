"""Other first values: the trained variables begin with other numbers, by another seed or generator, or set by hand."""

from collections.abc import Iterator

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import listed, verb
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.first_values import (
    OPTION,
    apart_at_start,
    drawn_otherwise,
    held_to_the_same,
    is_known_of,
)
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.other_draws import How, OtherDraws, other_draws
from harness.words.finding import Confidence, Finding
from harness.words.stage import Stage

_HOW = {
    How.UNSEEDED: "neither side seeds its draws",
    How.SEEDED_THERE: "the right side does not seed its draws",
    How.OTHER_GENERATOR: "the right side draws by another generator",
    How.OTHER_OP_SEEDS: "the draws have other seeds",
    How.OTHER_GRAPH_SEED: "the graphs have other seeds",
    How.NO_OP_SEEDS: "the draws have no seeds of their own",
}
_MOST = 3
_ALIKE = "no more otherwise than two draws of one distribution"


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, whose trained variables begin with other values, however they came by them.

    The trial runs the right side from the left one's values; it would cure all that makes first values other ones, and
    nothing else, so those causes that say why are told in its place.
    """
    found = apart_at_start(evidence) if differs(evidence) else ()
    if not found:
        return None
    names = [each.right for each in found]
    says = [
        f"{listed(names)} of {evidence.right.name} {verb(names, 'begins', 'begin')} with other values than "
        f"{listed([each.left for each in found])} of {evidence.left.name}",
        *(f"{each.right} is {known}" for each in found if (known := is_known_of(each)) is not None),
    ]
    if len(says) == 1 and not any(drawn_otherwise(each) for each in found):
        says.append(f"spread {_ALIKE}")
    finding = Finding(
        "other-first-values",
        Confidence.POSSIBLE,
        "; ".join([*says[:_MOST], *_why(other_draws(evidence))]),
        f"hand the port the original's first values, for no seed makes two generators agree; {OPTION} does so to "
        "compare the rest",
    )
    return held_to_the_same(finding, evidence)


def _why(draws: OtherDraws | None) -> Iterator[str]:
    if draws is not None and draws.how in _HOW:
        calls = draws.calls if draws.how is How.OTHER_GENERATOR else ()
        yield _HOW[draws.how] + (f" ({calls[0].name} in line {calls[0].line})" if calls else "")


CAUSE = Cause(
    ("other-first-values",),
    detect,
    likely=("other-first-values",),
    general=True,
    stages=(Stage.START,),
    only_confirmed=True,
)
