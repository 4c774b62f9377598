"""Two observations held against each other: the first stage of the first step in which they part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from harness.watching.continued import continued
from harness.watching.extents import with_extents_of
from harness.watching.fused import with_fused
from harness.watching.handed_on import without_fed_state
from harness.watching.other_data import with_other_data
from harness.watching.pairs import Named, Pairs, pair_variables
from harness.watching.parts import with_parts_joined
from harness.watching.stages import StageHeld, hold_stages, noisy_in
from harness.watching.summed_gradients import without_summed_gradients
from harness.words.observation import Observation, ObservedState, ObservedStep
from harness.words.stage import Stage

# What one step hands on to the next, and so may be apart in that already.
_VALUES = frozenset((Stage.START, Stage.LOSS))
# What a step may add to it that agrees to rounding: a last bit of float32.
_LAST_BIT = 2.0**-23


@dataclass(frozen=True)
class StepHeld:
    """A step that both sides told of: its number, and its stages in order; or, where neither ``trains``, what they
    computed. ``both`` is what was seen of it, left and right."""

    number: int
    stages: tuple[StageHeld, ...]
    trains: bool = True
    both: tuple[ObservedStep, ObservedStep] | None = field(default=None, compare=False, repr=False)

    @property
    def first_apart(self) -> StageHeld | None:
        """The first stage that is apart; None where all that was seen agrees."""
        return next((each for each in self.stages if each.gaps), None)


@dataclass(frozen=True)
class Watched:
    """What watching two sides came to: how their variables were paired, and the steps held against each other as far
    as the first one that is apart, with it. ``held`` steps were told of by both sides. ``ulps`` is how far the arrays
    of those before it are apart at most, in spacings of the largest element of each; ``carried`` is how far the
    last of them are, relative to that element. ``noisy`` are variables whose gradients are noise: they are not held."""

    left: Observation
    right: Observation
    pairs: Pairs
    held: int
    agreeing: int
    parting: StepHeld | None = None
    ulps: float = 0.0
    carried: float = 0.0
    noisy: frozenset[str] = frozenset()

    @property
    def stage(self) -> Stage | None:
        """The first stage that is apart while all before it agrees; None where none is, or nothing was seen."""
        first = self.parting.first_apart if self.parting is not None else None
        return first.stage if first is not None else None


def watched(
    left: Observation, right: Observation, carried: float = 0.0, noisy: frozenset[str] = frozenset()
) -> Watched:
    """Hold two observations against each other, in the order of their steps. ``carried`` is how far the step before the
    first of them left the sides apart, relative to the largest elements; ``noisy`` are variables whose gradients were
    noise before it."""
    left, right = without_fed_state(*with_parts_joined(*continued(left, right)))
    left, right = without_summed_gradients(left), without_summed_gradients(right)
    of_left, of_right = _variables(left), _variables(right)
    pairs = with_fused(pair_variables(of_left, of_right), of_left, of_right)
    others = {step.number: step for step in right.steps}
    both = [(step, others[step.number]) for step in left.steps if step.number in others]
    return _hold(left, right, pairs, both, carried, noisy)


def _hold(
    left: Observation,
    right: Observation,
    pairs: Pairs,
    both: Sequence[tuple[ObservedStep, ObservedStep]],
    carried: float,
    noisy: frozenset[str],
) -> Watched:
    agreeing, ulps = 0, 0.0
    extents: Mapping[str, float] = {}
    for one, two in both:
        noisy |= noisy_in(one, two, pairs)
        following = _moves_after(left, one), _moves_after(right, two)
        stages = hold_stages(one, two, pairs, carried, noisy, following, extents)
        if one.number and None in following:
            # What is moved by hand after a step may be that of the step before.
            stages = tuple(each for each in stages if each.stage is not Stage.STATISTICS)
        if any(each.gaps for each in stages):
            stages = with_other_data(stages, one, two)
            parting = StepHeld(one.number, stages, one.way != "pass", (one, two))
            return Watched(left, right, pairs, len(both), agreeing, parting, ulps, carried, noisy)
        extents = with_extents_of(extents, one, two, pairs)
        agreeing += 1
        ulps = max([ulps, *(each.ulps for each in stages)])
        carried = max((each.relative for each in stages if each.stage in _VALUES), default=0.0)
        if any(each.same_bits < each.count for each in stages):
            carried = max(carried, _LAST_BIT)
    return Watched(left, right, pairs, len(both), agreeing, None, ulps, carried, noisy)


def _moves_after(observation: Observation, step: ObservedStep) -> tuple[ObservedState, ...] | None:
    """What moves with the step after one; None where that was not looked at. A run of one step would go on alike."""
    if observation.count <= 1:
        return step.state
    return next((each.state for each in observation.steps if each.number == step.number + 1), None)


def _variables(observation: Observation) -> list[Named]:
    """The trained variables of a run, in the order in which they were updated first, with their first values."""
    found: dict[str, Named] = {}
    for step in observation.steps:
        for each in step.variables:
            found.setdefault(each.name, Named(each.name, each.before or each.after))
    return list(found.values())
