"""Broadcast: operands of the shapes (n,) and (n, 1) give (n, n), and no error."""

from collections.abc import Mapping, Sequence
from typing import Any

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.behaviour import behaviours
from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Change, Confidence, Finding, Place
from harness.words.stage import Stage


def detect(evidence: Evidence) -> Finding | None:
    """Find a side of which an op was seen to make (n, n) of (n,) and (n, 1), where the other side did no such thing.

    The trial gives the operand without the axis one, in these lines, and would cure no other cause.
    """
    for place in (Place.RIGHT, Place.LEFT):
        side, found = evidence.side(place), _crossed(evidence, place)
        if not found or _crossed(evidence, place.other):
            continue
        first = found[0]
        one, two = (_shape(shape) for shape in first["shapes"])
        lines = sorted({each["line"] for each in found})
        return Finding(
            "broadcast",
            Confidence.LIKELY,
            f"line {first['line']} of {side.name} ({first['op']}) takes {one} and {two}, and gives "
            f"{_shape(_result(first['shapes']))}: every element of the one meets every element of the other",
            "give both the same shape, such as labels[:, None] or tf.squeeze(outputs, 1)",
            trials=(Change("both operands lined up", side=place, patch="lined_up", arguments={"lines": lines}),),
        )
    return None


def _crossed(evidence: Evidence, place: Place) -> Sequence[Mapping[str, Any]]:
    """Ops that pair a column with a row of as many elements, which none means to."""
    return [
        each
        for each in behaviours(evidence.side(place), "broadcast both ways")
        if sorted(map(len, each["shapes"])) == [1, 2] and len({_many(shape) for shape in each["shapes"]}) == 1
    ]


def _many(shape: Sequence[int | None]) -> int | None:
    return shape[0]


def _result(shapes: Sequence[Sequence[int | None]]) -> Sequence[int | None]:
    row, column = sorted(shapes, key=len)
    return [column[0], row[0]]


def _shape(shape: Sequence[int | None]) -> str:
    words = ["?" if length is None else str(length) for length in shape]
    return f"({words[0]},)" if len(words) == 1 else f"({', '.join(words)})"


CAUSE = Cause(("broadcast",), detect, witnesses=("watch_broadcasts",), stages=(Stage.LOSS, Stage.GRADIENTS))
