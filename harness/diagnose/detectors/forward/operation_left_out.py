"""Operation left out: one side divides, adds, masks or turns what the other takes as it is."""

import itertools

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_op import LoneOp, lone_op, other_operand
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.operations import without_operation
from harness.diagnose.sources.said.spelled import is_within_a_call
from harness.diagnose.sources.text.functions import is_called_again
from harness.diagnose.sources.text.rewritten import Rewritten
from harness.watching.factor import common_factor
from harness.watching.things import brief
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.observation import ObservedLayer, Reduced
from harness.words.stage import Stage

_MOST = 6
_LONGEST = 60
_MASKS = frozenset({"Mul", "Select", "SelectV2"})
# What layers do within themselves, and undo: where no text of the script does it, it says nothing.
_LAYS_OUT = frozenset({"Transpose", "ReverseV2", "Reshape", "Unpack", "Pack"})


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched, one of which does something to an array that both have before it goes on as the
    other one does.

    The trials run that side with an operand in place of the operation in that line, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    found = lone_op(evidence)
    if found is None:
        return _of_operand(evidence)
    trials = _trials(found, evidence)
    if not trials and found.op.kind in _LAYS_OUT:
        return None
    mine, other = evidence.side(found.place), evidence.side(found.place.other)
    if found.op.line is not None and is_within_a_call(mine.source or "", found.op.line, found.op.kind):
        return None
    where = f" in line {found.op.line}" if found.op.line is not None else ""
    goes_on = f" {found.beside.named} is made from it" if found.beside is not None else " that is its loss"
    does = _does(found)
    return Finding(
        "operation-left-out",
        Confidence.LIKELY,
        f"{mine.name} {does} by {found.op.kind}{where}; {other.name} takes {brief(found.before)} as it is:{goes_on}",
        _advice(found, f"{found.op.kind}{where} of {mine.name}", other.name),
        trials=trials,
    )


def _advice(found: LoneOp, done: str, other: str) -> str:
    """What to do; where the other side does it later, which may be all that differs, as of a normalization and an
    activation, have both in one order."""
    if found.later is None or found.beside is None:
        return ("take it out, or do" if found.place is Place.RIGHT else "do") + f" the same on both sides: {done}"
    return f"have both in one order: {done} stands before {found.beside.kind}, {found.later.named} of {other} behind it"


def _of_operand(evidence: Evidence) -> Finding | None:
    """Of an operand that one side makes by several ops: told only where all numbers agree without one of them."""
    found = other_operand(evidence)
    if found is None:
        return None
    mine, other = evidence.side(found.place), evidence.side(found.place.other)
    lines = [(op, text) for op in reversed(found.ops) for text in _texts(op, found.place, evidence)]
    trials = tuple(Change(_says(text), found.place, source=text.source) for _, text in lines[:_MOST])
    if not trials:
        return None
    last = found.ops[-1]
    return Finding(
        "operation-left-out",
        Confidence.POSSIBLE,
        f"an operand of {found.goes_on.named} is made by {', '.join(each.named for each in found.ops)} in {mine.name}; "
        f"{found.beside.named} of {other.name}, which has the same other operand, takes something else",
        f"do the same on both sides: {last.kind}" + (f" in line {last.line}" if last.line else "") + f" of {mine.name}",
        trials=trials,
    )


def _does(found: LoneOp) -> str:
    """What the op does to its array, as far as its numbers say."""
    output = found.op.output
    if output is None:
        return "makes something else of an array"
    if output.size == found.before.size == 1 and found.before.sample[0]:
        return f"makes {output.sample[0] / found.before.sample[0]:.6g} times {found.before.sample[0]:.7g}"
    factor = common_factor([(found.before, output)])
    if factor is not None:
        return f"makes {factor:.6g} times an array"
    is_mask = found.op.kind in _MASKS and _masks(found.before, output)
    return "masks an array" if is_mask else f"makes {brief(output)}"


def _masks(before: Reduced, after: Reduced) -> bool:
    """Whether some elements are nothing and all others what they were."""
    one, two = np.asarray(before.sample), np.asarray(after.sample)
    if one.shape != two.shape:
        return False
    gone, kept = (two == 0) & (one != 0), one == two
    return bool(gone.any() and kept.any() and (gone | kept).all())


def _trials(found: LoneOp, evidence: Evidence) -> tuple[Change, ...]:
    output = found.op.output
    if output is not None and _masks(found.before, output):
        return ()  # what a mask leaves out is divided by another number as well
    return tuple(
        Change(_says(each), found.place, source=each.source, advice=_for_one_reader(each, found, evidence))
        for each in _texts(found.op, found.place, evidence)
    )


def _for_one_reader(text: Rewritten, found: LoneOp, evidence: Evidence) -> str:
    """What to do where all agree once one reader of a name is given what the op is made of; empty for other texts."""
    if not text.was.isidentifier():
        return ""
    does = "give" if found.place is Place.RIGHT else "the other side gives"
    mine = evidence.side(found.place).name
    return f"{does} {text.now} in place of {text.was} in line {text.line} of {mine}: {found.op.kind} is left out there"


def _texts(op: ObservedLayer, place: Place, evidence: Evidence) -> list[Rewritten]:
    """The script of a side without what an op does, each way; none where its line stands in a function that is called
    more than once, for it would be left out of all."""
    source = evidence.side(place).source
    if op.line is None or not source or source == evidence.side(place.other).source:
        return []
    if is_called_again(source, op.line):
        return []
    return list(itertools.islice(without_operation(source, op.line, op.kind), _MOST))


def _says(text: Rewritten) -> str:
    was = text.was if len(text.was) <= _LONGEST else f"{text.was[:_LONGEST]}…"
    now = text.now if len(text.now) <= _LONGEST else f"{text.now[:_LONGEST]}…"
    return f"{now} in place of {was} in line {text.line}"


CAUSE = Cause(
    ("operation-left-out",),
    detect,
    likely=("operation-left-out",),
    stages=(Stage.FORWARD, Stage.LOSS, Stage.DATA),
    only_confirmed=True,
)
