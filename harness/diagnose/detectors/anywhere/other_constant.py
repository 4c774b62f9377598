"""Other constant: a number that stands in both scripts at the same place of the computation, and is another one."""

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import is_watched
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.negated import turned_in
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.constants import Constant, Swap, swaps
from harness.diagnose.sources.text.syntax import edited
from harness.words.finding import Change, Confidence, Finding

# Each is a run.
_MOST = 10
_MOST_NAMED = 3


def detect(evidence: Evidence) -> Finding | None:
    """Find numbers that only one of two scripts has, after the settings of all calls were looked at, which say more.

    Each trial runs the right script with one of its numbers as the left script has it, all other text the same. Where
    all numbers agree then, that is what differs, and nothing less is told. Nothing is where all gradients have the
    other sign: a constant that turns it, as an exponent may, is not what was meant.
    """
    if not differs(evidence) or not evidence.left.source or evidence.left.source == evidence.right.source:
        return None
    if not (is_watched(evidence.left) and is_watched(evidence.right)):
        return None
    if turned_in(evidence) is not None:
        return None
    found = swaps(evidence.left.source, evidence.right.source)[:_MOST]
    trials = tuple(change for each in found if (change := _trial(each, evidence)) is not None)
    if not trials:
        return None
    return Finding("other-constant", Confidence.POSSIBLE, trials[0].shows, trials[0].advice, trials=trials)


def _trial(swap: Swap, evidence: Evidence) -> Change | None:
    source = edited(evidence.right.source, swap.edits)
    if source is None:
        return None
    pairs = list(dict.fromkeys(zip(swap.places, swap.others, strict=True)))
    says = "; ".join(_says(two, one, evidence) for two, one in pairs[:_MOST_NAMED])
    named = " and ".join(f"{one.text} in line {two.line}" for two, one in pairs[:_MOST_NAMED])
    return Change(
        f"{named} of {evidence.right.name}",
        source=source,
        shows=says,
        advice=f"write {named}, or change {evidence.left.name} if that is what is meant",
    )


def _says(two: Constant, one: Constant, evidence: Evidence) -> str:
    name = f" ({two.name})" if two.name else ""
    other = f" ({one.name})" if one.name else ""
    return (
        f"line {two.line} of {evidence.right.name} has {two.text}{name}, "
        f"line {one.line} of {evidence.left.name} {one.text}{other}"
    )


# It is asked for once calls were watched, for a setting of a call names more than a number does.
CAUSE = Cause(("other-constant",), detect, witnesses=("watch_calls",), only_confirmed=True)
