"""The ops at which two forward passes part: one that only one side has, or two that make other things of the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from harness.diagnose.evidence.evidence import Evidence
from harness.watching.closeness import closeness, rounding
from harness.watching.forward import SOURCES, behind_loss
from harness.words.finding import Place
from harness.words.observation import ObservedLayer, ObservedStep, Reduced
from harness.words.stage import Stage

# Names of one thing in different years.
_KINDS = {
    "AddV2": "Add",
    "AddN": "Add",
    "BiasAdd": "Add",
    "Div": "RealDiv",
    "BatchMatMul": "MatMul",
    "BatchMatMulV2": "MatMul",
    "BatchMatMulV3": "MatMul",
    "Einsum": "MatMul",
    "FusedBatchNormV2": "FusedBatchNorm",
    "FusedBatchNormV3": "FusedBatchNorm",
}
# Kinds of two operands whose order counts.
ORDERED = frozenset({"Sub", "RealDiv", "Pow", "MatMul"})
# Of the largest number, what rounding leaves of a number and its negative.
_NEAR = 1e-5
_REDUCTIONS = frozenset({"Sum", "Mean"})
# Ops between the first one that is apart and the one that both sides go on with, and ways that are followed.
_LONGEST, _MOST_WAYS = 4, 40


@dataclass(frozen=True)
class LoneOp:
    """That the side ``place`` puts ``op`` between what both sides have, ``before``, and what they make of it: the other
    side's op ``beside`` takes it as it is; None where the other side's loss is that itself. ``later`` is the op of that
    kind which the other side has behind it, where both have as many."""

    place: Place
    op: ObservedLayer
    before: Reduced
    beside: ObservedLayer | None
    later: ObservedLayer | None = None


@dataclass(frozen=True)
class OtherOp:
    """That both sides make something of the same array, by ops of another kind, and go on alike."""

    left: ObservedLayer
    right: ObservedLayer


@dataclass(frozen=True)
class OtherOperand:
    """That both sides combine what both have with something else, by an op of one kind: ``goes_on`` on the side
    ``place``, ``beside`` on the other one. That side makes its operand by ``ops``, the first of which is apart."""

    place: Place
    ops: tuple[ObservedLayer, ...]
    goes_on: ObservedLayer
    beside: ObservedLayer


def other_operand(evidence: Evidence) -> OtherOperand | None:
    """Give the operand that one side makes by ops that the other side has not; None where neither, or both, do."""
    sides = _sides(evidence)
    if sides is None:
        return None
    found = [each for place in (Place.LEFT, Place.RIGHT) if (each := _operand(place, sides)) is not None]
    return found[0] if len(found) == 1 else None


def lone_op(evidence: Evidence) -> LoneOp | None:
    """Give the op that one side has more, where the passes part by one; None where they do not."""
    sides = _sides(evidence)
    if sides is None:
        return None
    found = [each for place in (Place.LEFT, Place.RIGHT) if (each := _lone(place, sides)) is not None]
    if len(found) > 1:
        # A bias is added behind another op as what one side adds is before it.
        found = [each for each in found if _goes_on_as_large(each, sides[each.place])]
    return found[0] if len(found) == 1 else None


def _goes_on_as_large(found: LoneOp, mine: "_Pass") -> bool:
    """Whether what follows is as large as what the other side makes in its place."""
    beside = found.beside
    return beside is None or any(
        _same_kind(each, beside) and _size(each) == _size(beside) for each in mine.after(found.op)
    )


def other_op(evidence: Evidence) -> OtherOp | None:
    """Give the two ops that stand for one another where the passes part; None where they have one kind, or are made
    from other things, or something else is made of what they put out."""
    sides = _sides(evidence)
    if sides is None or lone_op(evidence) is not None:
        return None
    left, right = sides[Place.LEFT].first, sides[Place.RIGHT].first
    if left is None or right is None or _kind(left) == _kind(right):
        return None
    if not _shared(left, sides[Place.LEFT], right, sides[Place.RIGHT]):
        return None
    next_left, next_right = (
        {_kind(each) for each in sides[place].after(op)} for place, op in ((Place.LEFT, left), (Place.RIGHT, right))
    )
    goes_on = bool(next_left & next_right) or (not next_left and not next_right)
    return OtherOp(left, right) if goes_on and _size(left) == _size(right) else None


@dataclass(frozen=True)
class SwappedOp:
    """That both sides take two things together by ops of one kind in which their order counts, and what the right one's
    output is of the left one's: ``minus``, ``one over``; empty where numbers do not tell."""

    left: ObservedLayer
    right: ObservedLayer
    how: str


def swapped_op(evidence: Evidence) -> SwappedOp | None:
    """Give the two ops of one kind, made from something that both have, at which the passes part."""
    sides = _sides(evidence)
    if sides is None:
        return None
    left, right = sides[Place.LEFT].first, sides[Place.RIGHT].first
    if left is None or right is None or left.output is None or right.output is None:
        return None
    kind = _kind(left)
    if kind != _kind(right) or kind not in ORDERED or not _shared(left, sides[Place.LEFT], right, sides[Place.RIGHT]):
        return None
    if left.output.shape != right.output.shape:
        return None
    one, two = np.asarray(left.output.sample), np.asarray(right.output.sample)
    near = _NEAR * np.abs(two).max(initial=0.0)
    how = ""
    if kind == "Sub" and one.any() and np.abs(one + two).max() <= near:
        how = "minus"
    if kind == "RealDiv" and one.all() and np.abs(1.0 / one - two).max() <= near:
        how = "one over"
    return SwappedOp(left, right, how)


@dataclass(frozen=True)
class _Pass:
    """The forward pass of a side: its ops, the loss that they come to, the first op that is apart, and the arrays that
    it is fed or reads."""

    layers: Sequence[ObservedLayer]
    loss: Reduced | None
    first: ObservedLayer | None
    given: Sequence[Reduced] = ()

    def before(self, op: ObservedLayer) -> list[Reduced]:
        """What an op is made from; of one that no other op goes into, what as large as its output the side is fed."""
        if not op.inputs:
            return [each for each in self.given if op.output is not None and each.size == op.output.size]
        by_call = {each.call: each for each in self.layers}
        inputs = [by_call[call].output for call in op.inputs if call in by_call]
        return [each for each in inputs if each is not None]

    def after(self, op: ObservedLayer) -> list[ObservedLayer]:
        """The ops that are made from one."""
        return [each for each in self.layers if op.call in each.inputs]


def _sides(evidence: Evidence) -> dict[Place, _Pass] | None:
    parting = evidence.parting
    first = parting.first_apart if parting is not None else None
    if parting is None or parting.both is None or first is None or first.stage is not Stage.FORWARD:
        return None
    if first.place is None:
        return None
    one, two = parting.both
    return {Place.LEFT: _pass(one, first.place.left), Place.RIGHT: _pass(two, first.place.right)}


def _pass(step: ObservedStep, first: ObservedLayer | None) -> _Pass:
    return _Pass(behind_loss(step.layers, step.loss), step.loss, first, (*step.fed.values(), *step.read))


def _lone(place: Place, sides: dict[Place, _Pass]) -> LoneOp | None:
    mine, theirs = sides[place], sides[place.other]
    op, beside = mine.first, theirs.first
    # What reads the data makes nothing of another array.
    if op is None or op.kind in SOURCES:
        return None
    if beside is None:
        # The other side has nothing that this one lacks: its loss is what the op is made from.
        before = next((each for each in mine.before(op) if theirs.loss is not None and _alike(each, theirs.loss)), None)
        return LoneOp(place, op, before, None) if before is not None and not mine.after(op) else None
    # Both sum up the same, over other axes: what follows is no sign that one of them does so once more.
    if _kind(op) == _kind(beside) and op.kind in _REDUCTIONS:
        return None
    shared = _shared(op, mine, beside, theirs)
    if not shared or not any(_same_kind(each, beside) for each in mine.after(op)):
        return None
    # The other side does it as well where it changes nothing: adds a bias that is not trained, and zero.
    if any(_kind(each) == _kind(op) for each in theirs.layers if each.call in beside.inputs):
        return None
    return LoneOp(place, op, shared[0], beside, _later(op, mine, beside, theirs))


def _later(op: ObservedLayer, mine: "_Pass", beside: ObservedLayer, theirs: "_Pass") -> ObservedLayer | None:
    """The other side's op of one kind that stands behind the one beside it, of as many as this side has."""
    found = [each for each in theirs.layers if _kind(each) == _kind(op)]
    as_many = len(found) == sum(_kind(each) == _kind(op) for each in mine.layers)
    return next((each for each in found if each.call > beside.call), None) if as_many else None


def _operand(place: Place, sides: dict[Place, _Pass]) -> OtherOperand | None:
    mine, theirs = sides[place], sides[place.other]
    if mine.first is None or theirs.first is None:
        return None
    waiting: list[tuple[ObservedLayer, ...]] = [(mine.first,)]
    for way in waiting:
        for each in mine.after(way[-1]):
            if _same_kind(each, theirs.first) and _shared(each, mine, theirs.first, theirs):
                return OtherOperand(place, way, each, theirs.first)
            if len(way) < _LONGEST and len(waiting) < _MOST_WAYS:
                waiting.append((*way, each))
    return None


def _shared(op: ObservedLayer, its: _Pass, other: ObservedLayer, others: _Pass) -> list[Reduced]:
    """What both ops are made from."""
    theirs = others.before(other)
    return [one for one in its.before(op) if any(_alike(one, two) for two in theirs)]


def _same_kind(one: ObservedLayer, other: ObservedLayer) -> bool:
    kinds = {_kind(one), _kind(other)}
    return len(kinds) == 1 or kinds <= _REDUCTIONS


def _kind(op: ObservedLayer) -> str:
    return _KINDS.get(op.kind, op.kind)


def _size(op: ObservedLayer) -> int | None:
    return op.output.size if op.output is not None else None


def _alike(left: Reduced, right: Reduced) -> bool:
    return left.size == right.size and closeness(left, right).within(rounding(left, right))
