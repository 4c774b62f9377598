"""The stages of one step on both sides: which agree, which are apart, and what in them."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from harness.watching.closeness import agree, agree_cancelled, closeness, coarser
from harness.watching.factor import common_factor
from harness.watching.forward import ForwardPlace, behind_loss, where_forward_parts
from harness.watching.pairs import Pairs, VariablePair
from harness.watching.state import MOVED, STOOD, hold_state
from harness.watching.things import Gap, Thing, brief, moved, thing
from harness.words.observation import ObservedState, ObservedStep, ObservedVariable, Reduced
from harness.words.stage import Stage

# Two rates are the same but for the rounding of float32.
_RATE = 1e-6
# Of the largest gradient of a step, what rounding leaves of one that is zero.
_NOISE = 1e-6
# How much further apart a stage may come out than what it is made from went in, before it is the stage that parts them.
_AMPLIFIED = 256.0

_Both = list[tuple[ObservedVariable, VariablePair, ObservedVariable]]


@dataclass(frozen=True)
class StageHeld:
    """A stage of a step held against the other side's. ``count`` things were held, ``same_bits`` of them have the same
    bits; ``gaps`` are those that are apart by more than rounding and more than what the stage was made from accounts
    for, the largest first. ``relative`` is the largest distance of two things, to the largest element of each;
    ``ulps`` the largest in spacings of that element, of those that are no gaps. ``alike`` says that all of it agrees by
    its own rounding, whatever the stages before account for. ``factor`` is the one factor by which all gradients
    of the right side are those of the left, None where there is none."""

    stage: Stage
    count: int
    same_bits: int
    gaps: tuple[Gap, ...] = ()
    place: ForwardPlace | None = None
    relative: float = 0.0
    ulps: float = 0.0
    alike: bool = False
    factor: float | None = None


def hold_stages(
    left: ObservedStep,
    right: ObservedStep,
    pairs: Pairs,
    carried: float = 0.0,
    noisy: frozenset[str] = frozenset(),
    following: tuple[Sequence[ObservedState] | None, Sequence[ObservedState] | None] = (None, None),
    extents: Mapping[str, float] = MappingProxyType({}),
) -> tuple[StageHeld, ...]:
    """Hold one step of both sides against each other, stage by stage in order; a stage of which one side saw nothing is
    left out. ``carried`` is how far the step before left the sides apart, relative to the largest elements; ``noisy``
    are variables that nothing depends on (``noisy_in``), whose values are not held. ``following`` is what
    moves in the next step of each side, None where that was not looked at; ``extents`` how large variables have been
    before this step, by their left names."""
    on_right = {each.name: each for each in right.variables}
    partners = {pair.left: (pair, on_right[pair.right]) for pair in pairs.pairs if pair.right in on_right}
    both = [(each, *partners[each.name]) for each in left.variables if each.name in partners]
    telling = [each for each in both if each[0].name not in noisy]
    found: list[StageHeld] = []
    earlier = carried
    for stage, things in (
        (Stage.DATA, _fed(left.fed, right.fed)),
        (Stage.START, _values(telling, extents)),
        (Stage.FORWARD, ()),
        (Stage.LOSS, _loss(left, right)),
        (Stage.GRADIENTS, _held_gradients(telling)),
        (Stage.RATE, _rate(left, right)),
        (Stage.UPDATE, (*_moves(telling), *_moved_alone(left, right, pairs))),
        (Stage.STATISTICS, hold_state(left.state, right.state, *following, slots=_slots(left, right))),
    ):
        held = _forward(left, right, earlier) if stage is Stage.FORWARD else _stage(stage, things, earlier)
        if held.gaps and stage is Stage.GRADIENTS:
            held = replace(held, factor=common_factor(_gradients(telling)))
        if held.count:
            found.append(held)
            earlier = max(earlier, held.relative)
    return _settled(found)


def _slots(left: ObservedStep, right: ObservedStep) -> tuple[frozenset[int], frozenset[int]]:
    """How many elements those slots have that the optimizer of one side keeps and that of the other one does not, and
    what they count by: as many as both keep are no velocities that one script keeps by hand. What stays zero, as the
    velocities of an SGD of Keras without momentum, is none."""
    mine, theirs = map(_kept_sizes, (left, right))
    found = tuple(frozenset(one - two) | ({1} if one else set()) for one, two in ((mine, theirs), (theirs, mine)))
    return found[0], found[1]


def _kept_sizes(step: ObservedStep) -> Counter[int]:
    slots = [slot for each in step.variables for slot in each.slots.values()]
    return Counter(slot.size for slot in slots if slot.least or slot.most)


def _settled(held: list[StageHeld]) -> tuple[StageHeld, ...]:
    """The stages, without the gaps of those that a later one shows to be none: where the loss agrees, or the gradients
    where no loss was seen, the forward pass does; where the variables were moved alike, gradients and rates do, for an
    optimizer that clips is handed other gradients than one behind a clipping."""
    alike = {each.stage for each in held if each.alike}
    seen = {each.stage for each in held}
    made_up = {Stage.GRADIENTS, Stage.RATE} if Stage.UPDATE in alike else set()
    if Stage.LOSS in alike or (Stage.LOSS not in seen and Stage.GRADIENTS in alike):
        made_up.add(Stage.FORWARD)
    return tuple(replace(each, gaps=(), relative=0.0) if each.stage in made_up and each.gaps else each for each in held)


def _stage(stage: Stage, things: Iterable[Thing], earlier: float) -> StageHeld:
    all_of_it = list(things)
    allowed = _AMPLIFIED * earlier
    gaps = [each.gap for each in all_of_it if each.gap is not None and not each.gap.relative <= allowed]
    gaps.sort(key=lambda gap: -gap.relative)
    return StageHeld(
        stage,
        len(all_of_it),
        sum(each.same_bits for each in all_of_it),
        tuple(gaps),
        relative=max((each.relative for each in all_of_it), default=0.0),
        ulps=max((each.ulps for each in all_of_it if each.gap is None or each.gap.relative <= allowed), default=0.0),
        alike=bool(all_of_it) and all(each.gap is None for each in all_of_it),
    )


def _fed(left: Mapping[str, Reduced], right: Mapping[str, Reduced]) -> Iterator[Thing]:
    """What both sides were fed: partners are those of one size that agree, else those that come in turn."""
    if not left or not right:
        return
    free = dict(right)
    for name, array in left.items():
        same = [each for each in free if free[each].size == array.size]
        if not same:
            continue
        other = next((each for each in same if _fed_alike(array, free[each])), same[0])
        if array.size == 1 and not _fed_alike(array, free[other]):
            continue  # a rate, a flag, a share to keep: one number is like another
        yield thing(name, array, free.pop(other), _fed_alike)


def _fed_alike(left: Reduced, right: Reduced) -> bool:
    # One side may hand on float64 what the other has made float32 of.
    return closeness(left, right).within(4 * coarser(left, right))


def _values(both: _Both, extents: Mapping[str, float]) -> Iterator[Thing]:
    for one, pair, two in both:
        if one.before is not None and two.before is not None and pair.is_in_order:
            yield thing(one.name, one.before, two.before, agree, extents.get(one.name, 0.0))


def _held_gradients(both: _Both) -> Iterator[Thing]:
    for one, pair, two in both:
        if one.gradient is not None and two.gradient is not None and pair.is_in_order:
            yield thing(one.name, one.gradient, two.gradient, agree_cancelled)


def noisy_in(left: ObservedStep, right: ObservedStep, pairs: Pairs) -> frozenset[str]:
    """Give the left names of the variables whose gradients are noise on both sides: truly zero, as that of a bias
    before batch norm, and what rounding makes of it a millionth of the largest gradient of the step. Optimizers that
    divide a gradient by its size move them at random, and nothing depends on them."""
    on_right = {each.name: each.gradient for each in right.variables}
    on_left = {each.name: each.gradient for each in left.variables}
    known = [(pair.left, on_left.get(pair.left), on_right.get(pair.right)) for pair in pairs.pairs]
    sizes = {name: max(_largest(one), _largest(two)) for name, one, two in known if one is not None and two is not None}
    whole = max(sizes.values(), default=0.0)
    return frozenset(
        name
        for name, one, two in known
        if one is not None and two is not None and 0.0 < sizes[name] <= _NOISE * whole and one.digest != two.digest
    )


def _largest(array: Reduced) -> float:
    return max(abs(array.least), abs(array.most))


def _forward(left: ObservedStep, right: ObservedStep, earlier: float) -> StageHeld:
    one, two = behind_loss(left.layers, left.loss), behind_loss(right.layers, right.loss)
    given = [(*step.fed.values(), *step.read) for step in (left, right)]
    place = where_forward_parts(one, two, _AMPLIFIED * earlier, (given[0], given[1]))
    count = min(len(one), len(two))
    if place is None or not count:
        return StageHeld(Stage.FORWARD, count, count)
    gap = Gap(
        place.left.named if place.left is not None else "an op",
        brief(place.left.output) if place.left is not None and place.left.output is not None else "no such op",
        brief(place.right.output) if place.right is not None and place.right.output is not None else "no such op",
    )
    return StageHeld(Stage.FORWARD, count, 0, (gap,), place, math.inf)


def _gradients(both: _Both) -> Iterator[tuple[Reduced, Reduced]]:
    for one, pair, two in both:
        if one.gradient is not None and two.gradient is not None and pair.is_in_order:
            yield one.gradient, two.gradient


def _loss(left: ObservedStep, right: ObservedStep) -> Iterator[Thing]:
    if left.loss is None or right.loss is None:
        return
    if left.loss.size != right.loss.size:
        gap = Gap("the loss", f"of shape {left.loss.shape}", f"of shape {right.loss.shape}")
        yield Thing("the loss", False, gap, math.inf)
        return
    yield thing("the loss", left.loss, right.loss, agree)


def _rate(left: ObservedStep, right: ObservedStep) -> Iterator[Thing]:
    one, two = left.rate, right.rate
    if one is None or two is None:
        return
    apart = 0.0 if one == two else abs(one - two) / max(abs(one), abs(two))
    gap = None if apart <= _RATE else Gap("the rate", f"{one:.6g}", f"{two:.6g}", apart)
    yield Thing("the rate", one == two, gap, apart)


def _moved_alone(left: ObservedStep, right: ObservedStep, pairs: Pairs) -> Iterator[Thing]:
    """The variables that one side trains in this step besides all that the other one trains in it, and that both train
    in some: those of an optimizer that is handed the variables of another one, too."""
    mine = {each.name: each for each in left.variables}
    theirs = {each.name: each for each in right.variables}
    together = [pair for pair in pairs.pairs if pair.left in mine and pair.right in theirs]
    if not together or (len(together) < len(mine)) == (len(together) < len(theirs)):
        return
    for pair in pairs.pairs:
        one, two = mine.get(pair.left), theirs.get(pair.right)
        if one is not None and two is None and _has_moved(one):
            yield Thing(pair.left, False, Gap(pair.left, MOVED, STOOD))
        if two is not None and one is None and _has_moved(two):
            yield Thing(pair.left, False, Gap(pair.left, STOOD, MOVED))


def _has_moved(variable: ObservedVariable) -> bool:
    known = variable.before is not None and variable.after is not None
    return known and variable.before != variable.after


def _moves(both: _Both) -> Iterator[Thing]:
    for one, pair, two in both:
        if pair.is_in_order:
            held = moved(one.name, (one.before, one.after), (two.before, two.after))
            if held is not None:
                yield held
