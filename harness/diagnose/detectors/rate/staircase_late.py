"""Staircase late: both rates fall in stairs, and one of them a step later, where a graph has its division folded."""

import numpy as np

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence
from harness.diagnose.evidence.shape import differs
from harness.diagnose.sources.said.decays import is_stepped, only_decay, width_of
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

_PATCH = "staircase_folded"
# A stair that begins on time for so many steps does so for all that a script makes.
_MOST_STAIRS = 64


def detect(evidence: Evidence) -> Finding | None:
    """Find two scripts whose only decays fall in stairs of the same width, one for which the product with its
    reciprocal in float32, which graphs compute in place of the division, is less than the quotient.

    The trials compute the number of the stair on the right side by that product, or by the division, whatever its
    graph is folded to, and would cure nothing else.
    """
    left, right = only_decay(evidence.left), only_decay(evidence.right)
    if left is None or right is None or not differs(evidence):
        return None
    if "True" not in (is_stepped(left), is_stepped(right)) or is_stepped(left) != is_stepped(right):
        return None
    width = _number(width_of(left)) or _number(width_of(right))
    late = first_late(width) if width is not None else None
    if width is not None and late is None:
        return None
    product = "" if width is None or late is None else f": {late} * float32(1 / {width}) is {_product(late, width)}"
    return Finding(
        "staircase-late",
        Confidence.POSSIBLE,
        f"both rates fall in stairs (line {left.line} of {evidence.left.name}, line {right.line} of "
        f"{evidence.right.name}); a Session or tf.function has the division by decay_steps folded into a product with "
        f"its reciprocal, which may be a little less{product}",
        "nothing is wrong with either: the folded one falls one step late. To train as before, ask the schedule inside "
        "of a tf.function, or set optimizer.learning_rate so; decay_steps that are a power of two fall alike",
        trials=tuple(
            Change(says, patch=_PATCH, arguments={"folded": folded})
            for says, folded in (
                ("the stair is step * (1 / decay_steps), rounded down, as in a folded graph", True),
                ("the stair is step / decay_steps, rounded down, as it is eagerly", False),
            )
        ),
    )


def first_late(width: int) -> int | None:
    """Give the first step at which stairs of a width begin too late where the division is folded; None for none."""
    return next((stair * width for stair in range(1, _MOST_STAIRS) if _product(stair * width, width) < stair), None)


def _product(step: int, width: int) -> np.float32:
    return np.float32(step) * (np.float32(1) / np.float32(width))


def _number(text: str) -> int | None:
    plain = text.replace("_", "").removesuffix(".0").removesuffix(".")
    return int(plain) if plain.isdecimal() and int(plain) else None


CAUSE = Cause(("staircase-late",), detect, stages=(Stage.RATE,), only_confirmed=True)
