"""Losses that are summed on one side: they and all gradients are those of the other side times one whole number."""

from harness.watching.closeness import closeness, rounding
from harness.watching.factor import common_factor, whole_factor
from harness.watching.forward import behind_loss
from harness.watching.pairs import Pairs
from harness.words.finding import Place
from harness.words.observation import ObservedStep, Reduced

_ROUNDING = 1e-4
# What makes a mean of a sum.
_MEANS = frozenset({"Mean", "DivNoNan", "RealDiv", "Div"})
_REDUCES = frozenset({"Mean", "Sum"})


def summed_losses(both: tuple[ObservedStep, ObservedStep], pairs: Pairs) -> tuple[int, Place] | None:
    """Give the whole number, 2 or more, and the side whose loss and gradients are so many times the other's; None where
    there is none, or one of them is not known, or where no array of the pass has an axis or elements of that number,
    and the other side was not seen to divide, nor this one to sum: some number stands in front of the loss then."""
    left, right = both
    if left.loss is None or right.loss is None:
        return None
    if left.loss.size != 1 or right.loss.size != 1:
        return _unreduced(left, right, pairs)
    one, two = left.loss.sample[0], right.loss.sample[0]
    if not one or not two or one * two < 0:
        return None
    times = whole_factor(two / one)
    factor = common_factor(_gradients(left, right, pairs))
    if times is None or factor is None or abs(factor * one - two) > _ROUNDING * abs(two):
        return None
    place = Place.RIGHT if two / one > 1 else Place.LEFT
    larger, smaller = (right, left) if place is Place.RIGHT else (left, right)
    divides = (
        _divisions(smaller) > _divisions(larger)
        or _sums_more(larger, smaller)
        or _sums_what_is_averaged(larger, smaller)
    )
    return (times, place) if divides and _has_so_many(times, (left, right)) else None


def is_of_whole_batch(times: int, smaller: ObservedStep) -> bool:
    """Whether the last sum or mean that the smaller loss is made by takes so many elements, or rows: that of the other
    side is the sum then. Another number is that of an axis, or stands in front of the loss."""
    layers = behind_loss(smaller.layers, smaller.loss)
    last = next((each for each in reversed(layers) if each.kind in _REDUCES), None)
    taken = [each.output for each in layers if last is not None and each.call in last.inputs and each.output]
    return any(times in (each.size, *each.shape[:1]) for each in taken)


def _unreduced(left: ObservedStep, right: ObservedStep, pairs: Pairs) -> tuple[int, Place] | None:
    """Of a loss that is one number for each row on one side: its gradients are those of its sum, as many times the
    other side's as there are rows."""
    assert left.loss is not None and right.loss is not None
    place = Place.RIGHT if left.loss.size == 1 else Place.LEFT
    rows, single = (right.loss.size, left.loss.size) if place is Place.RIGHT else (left.loss.size, right.loss.size)
    factor = common_factor(_gradients(left, right, pairs))
    if single != 1 or not factor:
        return None
    times = factor if place is Place.RIGHT else 1 / factor
    return (rows, place) if times > 1 and whole_factor(times) == rows else None


def _gradients(left: ObservedStep, right: ObservedStep, pairs: Pairs) -> list[tuple[Reduced, Reduced]]:
    mine = {each.name: each.gradient for each in left.variables}
    theirs = {each.name: each.gradient for each in right.variables}
    return [
        (first, second)
        for pair in pairs.pairs
        if pair.is_in_order
        and (first := mine.get(pair.left)) is not None
        and (second := theirs.get(pair.right)) is not None
    ]


def _divisions(step: ObservedStep) -> int:
    return sum(layer.kind in _MEANS for layer in step.layers)


def _sums_more(larger: ObservedStep, smaller: ObservedStep) -> bool:
    """Whether a side sums over an axis more, as that of time, and both take means besides. What divides by a number of
    its own, as losses of TF1 do by that of their weights, has other reasons to be larger."""
    kinds = [[layer.kind for layer in step.layers] for step in (larger, smaller)]
    divided = any(kind in _MEANS and kind != "Mean" for each in kinds for kind in each)
    return not divided and kinds[0].count("Sum") > kinds[1].count("Sum")


def _sums_what_is_averaged(larger: ObservedStep, smaller: ObservedStep) -> bool:
    """Whether the last reduction of the one is a sum of what that of the other one takes the mean of."""
    (one, mine), (two, theirs) = _last_reduced(larger), _last_reduced(smaller)
    if (one, two) != ("Sum", "Mean") or mine is None or theirs is None or mine.size != theirs.size:
        return False
    return closeness(mine, theirs).within(rounding(mine, theirs))


def _last_reduced(step: ObservedStep) -> tuple[str, Reduced | None]:
    """The kind of the last sum or mean behind a loss, and what it takes."""
    layers = behind_loss(step.layers, step.loss)
    last = next((each for each in reversed(layers) if each.kind in _REDUCES), None)
    taken = [each.output for each in layers if last is not None and each.call in last.inputs]
    return ("", None) if last is None or not taken else (last.kind, taken[0])


def _has_so_many(times: int, both: tuple[ObservedStep, ObservedStep]) -> bool:
    outputs = [layer.output for step in both for layer in step.layers]
    return any(each is not None and (each.size == times or times in each.shape) for each in outputs)
