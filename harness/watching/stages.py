"""The stages of one step on both sides: which agree, which are apart, and what in them."""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from harness.watching.closeness import agree, agree_cancelled, closeness, coarser
from harness.watching.forward import ForwardPlace, where_forward_parts
from harness.watching.pairs import Pairs, VariablePair
from harness.words.observation import ObservedState, ObservedStep, ObservedVariable, Reduced
from harness.words.stage import Stage

# Two rates are the same but for the rounding of float32.
_RATE = 1e-6
# What a step moves is a difference of two values: of its digits rounding leaves so many.
_MOVED = 1e-4
_MOVED_SPACINGS = 8


@dataclass(frozen=True)
class Gap:
    """One thing of a stage that is apart, by its name on the left, with the text of either side."""

    name: str
    left: str
    right: str
    relative: float = math.inf


@dataclass(frozen=True)
class StageHeld:
    """A stage of a step held against the other side's. ``count`` things were held, ``same_bits`` of them have the same
    bits; ``gaps`` are those that are apart, the largest first. ``ulps`` is how far those that agree are apart at most,
    in spacings of the largest element of each array."""

    stage: Stage
    count: int
    same_bits: int
    gaps: tuple[Gap, ...] = ()
    place: ForwardPlace | None = None
    ulps: float = 0.0


@dataclass(frozen=True)
class _Held:
    """One thing of a stage."""

    name: str
    same_bits: bool
    gap: Gap | None
    ulps: float = 0.0


def hold_stages(left: ObservedStep, right: ObservedStep, pairs: Pairs) -> tuple[StageHeld, ...]:
    """Hold one step of both sides against each other, stage by stage in order; a stage of which one side saw nothing is
    left out."""
    on_right = {each.name: each for each in right.variables}
    partners = {pair.left: (pair, on_right[pair.right]) for pair in pairs.pairs if pair.right in on_right}
    both = [(each, *partners[each.name]) for each in left.variables if each.name in partners]
    found = [
        _stage(Stage.DATA, _fed(left.fed, right.fed)),
        _stage(Stage.START, _arrays(both, lambda each: each.before, agree)),
        _forward(left, right),
        _stage(Stage.LOSS, _loss(left, right)),
        _stage(Stage.GRADIENTS, _arrays(both, lambda each: each.gradient, agree_cancelled)),
        _stage(Stage.RATE, _rate(left, right)),
        _stage(Stage.UPDATE, _moves(both)),
        _stage(Stage.STATISTICS, _state(left.state, right.state)),
    ]
    return tuple(each for each in found if each.count)


def _stage(stage: Stage, held: Iterator[_Held]) -> StageHeld:
    all_of_it = list(held)
    gaps = sorted((each.gap for each in all_of_it if each.gap is not None), key=lambda gap: -gap.relative)
    same_bits, ulps = sum(each.same_bits for each in all_of_it), max((each.ulps for each in all_of_it), default=0.0)
    return StageHeld(stage, len(all_of_it), same_bits, tuple(gaps), ulps=ulps)


def _fed(left: Mapping[str, Reduced], right: Mapping[str, Reduced]) -> Iterator[_Held]:
    """What both sides were fed: partners are those of one size that agree, else those that come in turn."""
    if not left or not right:
        return
    free = dict(right)
    for name, array in left.items():
        same = [each for each in free if free[each].size == array.size]
        if not same:
            continue
        other = next((each for each in same if _fed_alike(array, free[each])), same[0])
        yield _held(name, array, free.pop(other), _fed_alike)


def _fed_alike(left: Reduced, right: Reduced) -> bool:
    # One side may hand on float64 what the other has made float32 of.
    return closeness(left, right).within(4 * coarser(left, right))


def _arrays(
    both: list[tuple[ObservedVariable, VariablePair, ObservedVariable]],
    of: Callable[[ObservedVariable], Reduced | None],
    alike: Callable[[Reduced, Reduced], bool],
) -> Iterator[_Held]:
    for one, pair, two in both:
        left, right = of(one), of(two)
        if left is None or right is None or pair.layout == "transposed":
            continue
        yield _held(one.name, left, right, alike)


def _held(name: str, left: Reduced, right: Reduced, alike: Callable[[Reduced, Reduced], bool]) -> _Held:
    held = closeness(left, right)
    if held.same_bits or alike(left, right):
        spacing = coarser(left, right)
        return _Held(name, held.same_bits, None, held.relative / spacing if spacing else 0.0)
    return _Held(name, False, Gap(name, brief(left), brief(right), held.relative))


def _forward(left: ObservedStep, right: ObservedStep) -> StageHeld:
    place = where_forward_parts(left.layers, right.layers)
    count = min(len(left.layers), len(right.layers))
    if place is None or not count:
        return StageHeld(Stage.FORWARD, count, count)
    gap = Gap(
        place.left.name if place.left is not None else "an op",
        brief(place.left.output) if place.left is not None and place.left.output is not None else "no such op",
        brief(place.right.output) if place.right is not None and place.right.output is not None else "no such op",
    )
    return StageHeld(Stage.FORWARD, count, 0, (gap,), place)


def _loss(left: ObservedStep, right: ObservedStep) -> Iterator[_Held]:
    if left.loss is None or right.loss is None:
        return
    if left.loss.size != right.loss.size:
        gap = Gap("the loss", f"shape {left.loss.shape}", f"shape {right.loss.shape}")
        yield _Held("the loss", False, gap)
        return
    yield _held("the loss", left.loss, right.loss, agree)


def _rate(left: ObservedStep, right: ObservedStep) -> Iterator[_Held]:
    one, two = left.rate, right.rate
    if one is None or two is None:
        return
    if one == two or abs(one - two) <= _RATE * max(abs(one), abs(two)):
        yield _Held("the rate", one == two, None)
    else:
        gap = Gap("the rate", f"{one:.6g}", f"{two:.6g}", abs(one - two) / max(abs(one), abs(two)))
        yield _Held("the rate", False, gap)


def _moves(both: list[tuple[ObservedVariable, VariablePair, ObservedVariable]]) -> Iterator[_Held]:
    for one, pair, two in both:
        if pair.layout == "transposed":
            continue
        held = _moved(one.name, (one.before, one.after), (two.before, two.after))
        if held is not None:
            yield held


def _moved(
    name: str, left: tuple[Reduced | None, Reduced | None], right: tuple[Reduced | None, Reduced | None]
) -> _Held | None:
    """How far a variable was moved, on both sides."""
    if left[0] is None or left[1] is None or right[0] is None or right[1] is None:
        return None
    if left[1].digest == right[1].digest and left[0].digest == right[0].digest:
        return _Held(name, True, None)
    one = [after - before for before, after in zip(left[0].sample, left[1].sample, strict=False)]
    two = [after - before for before, after in zip(right[0].sample, right[1].sample, strict=False)]
    if len(one) != len(two):
        return None
    largest = max((abs(each) for each in (*one, *two) if math.isfinite(each)), default=0.0)
    size = max((abs(each) for array in (*left, *right) if array for each in array.sample), default=0.0)
    allowed = max(_MOVED * largest, _MOVED_SPACINGS * coarser(left[1], right[1]) * size)
    apart = max((_distance(a, b) for a, b in zip(one, two, strict=True)), default=0.0)
    if apart <= allowed:
        return _Held(name, False, None)
    at = max(range(len(one)), key=lambda place: _distance(one[place], two[place]))
    gap = Gap(name, f"moved by {one[at]:.4g}", f"by {two[at]:.4g}", apart / largest if largest else math.inf)
    return _Held(name, False, gap)


def _distance(left: float, right: float) -> float:
    if left == right or (math.isnan(left) and math.isnan(right)):
        return 0.0
    return abs(left - right) if math.isfinite(left) and math.isfinite(right) else math.inf


def _state(left: tuple[ObservedState, ...], right: tuple[ObservedState, ...]) -> Iterator[_Held]:
    """What moved besides the trained variables, floats alone, in the order of each side by size."""
    free = [each for each in right if _has_moved(each)]
    for one in left:
        if not _has_moved(one) or one.after is None:
            continue
        other = _partner(one, free)
        if other is None:
            yield _Held(one.name, False, Gap(one.name, "moved", "nothing of its size moved"))
            continue
        free.remove(other)
        held = _moved(one.name, (one.before, one.after), (other.before, other.after))
        if held is not None:
            yield held
    if left:
        for two in free:
            yield _Held(two.name, False, Gap(two.name, "nothing of its size moved", "moved"))


def _partner(one: ObservedState, free: list[ObservedState]) -> ObservedState | None:
    assert one.after is not None
    same = [each for each in free if each.after is not None and each.after.size == one.after.size]
    last = one.name.rpartition("/")[2]
    return next((each for each in same if each.name.rpartition("/")[2] == last), same[0] if same else None)


def _has_moved(state: ObservedState) -> bool:
    if state.before is None or state.after is None or "float" not in state.after.dtype:
        return False
    return state.before.digest != state.after.digest


def brief(array: Reduced) -> str:
    """Give an array in a few words: a number as it is, of more the first ones, and their norm."""
    if array.size == 1:
        return f"{array.sample[0]:.7g}"
    shown = ", ".join(f"{each:.6g}" for each in array.sample[:3])
    return f"[{shown}{', …' if array.size > 3 else ''}] (norm {array.norm:.6g})"
