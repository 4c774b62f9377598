"""Optimizer made each step: what it remembers is gone with the object."""

import re

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.detectors.wording import agree_until
from harness.diagnose.evidence.agreement import first_apart
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.optimizers import Optimizer, optimizers_of
from harness.diagnose.sources.text.source import Source, read_source
from harness.diagnose.sources.text.tensorflow import APPLIES
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find an optimizer with a memory that the right script makes anew in the loop in which it is used, where the left
    one does not.

    The trial moves one line of the script, and would cure no other cause.
    """
    right = evidence.right
    if not differs(evidence) or _made_each_step(read_source(evidence.left.source)) is not None:
        return None
    source = read_source(right.source)
    made = _made_each_step(source)
    if made is None:
        return None
    agreeing = min(
        (place for paired in evidence.paired if (place := first_apart(paired, evidence.tolerances)) is not None),
        default=0,
    )
    remembers = "its velocity" if made.momentum else "what it has gathered"
    moved = _moved_out(right.source, made, source)
    return Finding(
        "optimizer-made-each-step",
        Confidence.LIKELY,
        f"{made.call.method} is made in line {made.call.line} of {right.name}, inside the loop of line "
        f"{made.call.loops[-1]} that also applies it: {remembers} is lost in every round; {agree_until(agreeing)}",
        "make the optimizer once, before the loop",
        trials=(Change("the optimizer made once, before the loop", source=moved),) if moved else (),
    )


def _made_each_step(source: Source) -> Optimizer | None:
    """An optimizer with a memory that is made as often as it is applied."""
    applied = [call.loops for call in source.calls if call.method in APPLIES]
    return next(
        (made for made in optimizers_of(source) if made.stateful and made.call.loops and made.call.loops in applied),
        None,
    )


def _moved_out(text: str, made: Optimizer, source: Source) -> str:
    """The script with the line that makes the optimizer in front of its loop; empty where that is not one line."""
    lines = text.splitlines(keepends=True)
    line, loop = made.call.line, made.call.loops[-1]
    inside = [function for function in source.functions if function.line <= loop and line <= function.last_line]
    if loop >= line or any(loop < function.line < line <= function.last_line for function in source.functions):
        return ""
    if source.functions and made.call.function and not inside:
        return ""
    if not re.match(r"\s*\w+ = .*\)\s*(?:#.*)?$", lines[line - 1]):
        return ""
    indent = re.match(r"\s*", lines[loop - 1])
    moved = (indent[0] if indent else "") + lines[line - 1].lstrip()
    # An empty line in its place: all others keep their numbers but the one in front of the loop.
    return "".join([*lines[: loop - 1], moved, *lines[loop - 1 : line - 1], "\n", *lines[line:]])


# Likely without a run: no number, but a line: its state is gone in each round, whatever else differs.
CAUSE = Cause(("optimizer-made-each-step",), detect, likely=("optimizer-made-each-step",), stages=(Stage.UPDATE,))
