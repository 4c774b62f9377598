"""Operands swapped: both sides subtract, divide or multiply the same two things, and not in the same order."""

import itertools

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.apart_lines import lines_apart
from harness.diagnose.evidence.apart_op import swapped_op
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.changed.operations import with_arguments_swapped, with_operands_swapped
from harness.diagnose.sources.said.loss_calls import lines_of_loss_calls
from harness.words.finding import Change, Confidence, Finding
from harness.words.observation import ObservedLayer
from harness.words.stage import Stage

_MOST, _LONGEST = 4, 80


def detect(evidence: Evidence) -> Finding | None:
    """Find two sides that were watched and part at two ops of one kind in which the order of operands counts.

    The trials run the right side with the two operands of such an op in that line swapped, by the text of the script,
    or with the two arguments of a call there, as of a loss that is handed predictions for labels; and would cure
    nothing else.
    """
    if not differs(evidence):
        return None
    found = swapped_op(evidence)
    if found is None:
        return _of_a_call(evidence)
    source = evidence.right.source
    texts = itertools.islice(with_operands_swapped(source, found.right.line, _kind(found.right)), _MOST)
    trials = tuple(Change(f"{_short(each.now)} in line {each.line}", source=each.source) for each in texts)
    if not trials and not found.how:
        return None
    of = f", and what comes out is {found.how} the left side's" if found.how else ""
    return Finding(
        "operands-swapped",
        Confidence.LIKELY if found.how else Confidence.POSSIBLE,
        f"of something that both have {evidence.left.name} makes {found.left.named}, {evidence.right.name} "
        f"{found.right.named}{of}",
        "take the operands in the order of the other side",
        trials=trials,
    )


def _of_a_call(evidence: Evidence) -> Finding | None:
    """Of a function that is called where the passes part, or against a log of a loss: told only where all numbers
    agree then."""
    source = evidence.right.source
    if not source or source == evidence.left.source:
        return None
    lines = lines_of_loss_calls(source) if evidence.left.is_log else lines_apart(evidence)
    texts = list(itertools.islice(with_arguments_swapped(source, lines), _MOST))
    if not texts:
        return None
    return Finding(
        "operands-swapped",
        Confidence.POSSIBLE,
        f"{evidence.right.name} calls {_short(texts[0].was)} in line {texts[0].line}",
        "hand over the arguments in the other order: labels come before predictions in losses and metrics of Keras",
        trials=tuple(
            Change(
                f"{_short(each.now)} in line {each.line}",
                source=each.source,
                shows=f"line {each.line} of {evidence.right.name}, {_short(each.was)}, is to take {_short(each.now)}",
                advice=f"hand over {_short(each.now)}: labels come before predictions in losses and metrics of Keras",
            )
            for each in texts
        ),
    )


def _kind(op: ObservedLayer) -> str:
    return "MatMul" if "MatMul" in op.kind else op.kind.replace("Div", "RealDiv").replace("RealReal", "Real")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


CAUSE = Cause(
    ("operands-swapped",),
    detect,
    likely=("operands-swapped",),
    stages=(Stage.FORWARD, Stage.LOSS),
    only_confirmed=True,
)
