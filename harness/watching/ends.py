"""What trained variables come to, on both sides."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harness.watching.closeness import closeness
from harness.watching.pairs import layout
from harness.watching.things import brief
from harness.watching.watched import StepHeld, Watched
from harness.words.observation import Observation, ObservedStep, Reduced
from harness.words.stage import Stage

# Of the largest element; what is nearer may be what rounding has grown to.
_APART = 1e-4
# Of the same batch in float64 and in float32.
_SAME_INPUT = 1e-6
# What is drawn at random differs by era and seed, and a port can be as right as another.
_DRAWN = (Stage.START, Stage.DATA)
_MADE = (Stage.FORWARD, Stage.LOSS, Stage.GRADIENTS)
_RANDOM = ("Random", "Multinomial", "Poisson", "Stateless")


@dataclass(frozen=True)
class EndApart:
    """A variable that comes to other values on the right: its ``name`` on the left, the values of both, and how far
    they are apart, ``relative`` to the largest element. ``after_steps`` says that the values are those after the last
    step, behind which a run may move them."""

    name: str
    left: Reduced
    right: Reduced
    relative: float
    after_steps: bool = False

    def __str__(self) -> str:
        left, right = brief(self.left), brief(self.right)
        if self.after_steps:
            return f"{self.name} stands at {left} on the left, at {right} on the right after the last step"
        return f"{self.name} comes to {left} on the left, to {right} on the right"


def end_apart(watched: Watched) -> EndApart | None:
    """Give the pair of variables that come to the most different values; None where all come to the same but for
    rounding, and where they may differ by what is drawn at random. Of those that are laid out alike any may be the
    other's partner: a variable is apart only where none is like it."""
    if _may_be_drawn(watched.parting) or not watched.held:
        return None
    left, right = ends(watched.left), ends(watched.right)
    found = []
    for pair in watched.pairs.pairs:
        one, two = left.get(pair.left), right.get(pair.right)
        if one is None or two is None or not pair.is_in_order or pair.left in watched.noisy:
            continue
        if not _has_like(one, right.values()) and not _has_like(two, left.values()):
            found.append(EndApart(pair.left, one, two, closeness(one, two).relative))
    return max(found, key=lambda each: each.relative, default=None)


def comes_apart(watched: Watched) -> bool:
    """Whether the variables of two runs of as many steps come to other values, though no step that was looked at is
    apart: what parts them may lie between those."""
    as_long = watched.left.count == watched.right.count
    return as_long and watched.parting is None and end_apart(watched) is not None


def ends_alike(watched: Watched) -> bool:
    """Whether all trained variables have partners that come to the same values, but for rounding: where an update is
    made in two parts, and where both have come to an end of what can be learned."""
    left, right, pairs = ends(watched.left), ends(watched.right), watched.pairs
    both = [(left.get(pair.left), right.get(pair.right)) for pair in pairs.pairs]
    whole = bool(both) and not (pairs.only_left or pairs.only_right or pairs.fused)
    return whole and all(one is not None and two is not None and _has_like(one, [two]) for one, two in both)


def ends(observation: Observation) -> Mapping[str, Reduced]:
    """Give what the trained variables of a run came to, by name."""
    return {each.name: each.after for each in observation.end if each.after is not None}


def _has_like(one: Reduced, others: Iterable[Reduced]) -> bool:
    same = [each for each in others if each.size == one.size]
    return any(layout(one, each) == "transposed" or closeness(one, each).within(_APART) for each in same)


def _may_be_drawn(parting: StepHeld | None) -> bool:
    """Whether the sides may part by what they draw: first values, batches, masks. Where the loss agrees there are no
    other masks; where all ops of the forward pass were seen, an op that draws is among them."""
    first = parting.first_apart if parting is not None else None
    if parting is None or first is None or first.stage not in (*_DRAWN, *_MADE):
        return False
    if first.stage in _DRAWN:
        return first.stage is not Stage.START or not _is_made(parting)
    if any(each.stage is Stage.LOSS and each.alike for each in parting.stages):
        return False
    return parting.both is None or any(map(_draws, parting.both))


def _is_made(parting: StepHeld) -> bool:
    """Whether values that are apart before a later step were made by steps that nobody looked at, and not drawn: that
    step has the same inputs on both sides, and no op of it draws."""
    if parting.number == 0 or parting.both is None or any(map(_draws, parting.both)):
        return False
    one, two = (list(step.fed.values()) or list(step.read) for step in parting.both)
    arrays = [each for each in one if each.size > 1]
    others = [*two, *parting.both[1].read]
    return bool(arrays) and all(
        any(each.size == other.size and closeness(each, other).within(_SAME_INPUT) for other in others)
        for each in arrays
    )


def _draws(step: ObservedStep) -> bool:
    return not step.layers or any(word in each.kind for each in step.layers for word in _RANDOM)
