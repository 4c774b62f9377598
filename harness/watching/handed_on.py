"""State that one side keeps in a variable and the other one feeds: that of a recurrent layer, from batch to batch."""

from collections.abc import Sequence
from dataclasses import replace

from harness.watching.closeness import agree
from harness.words.observation import Observation, ObservedState, ObservedStep


def without_fed_state(left: Observation, right: Observation) -> tuple[Observation, Observation]:
    """Give two observations without what moves on one side and is fed on the other: what a step begins with there, and
    is not zero, agrees with an array that the other side is fed in that step. It is no statistic."""
    return _without(left, right.steps), _without(right, left.steps)


def _without(seen: Observation, others: Sequence[ObservedStep]) -> Observation:
    fed = {step.number: list(step.fed.values()) for step in others if step.fed}
    names = {
        state.name
        for step in seen.steps
        for state in step.state
        if state.before is not None
        and any(state.before.sample)
        and any(each.size == state.before.size and agree(state.before, each) for each in fed.get(step.number, ()))
    }
    if not names:
        return seen
    return replace(seen, steps=tuple(replace(step, state=_others(step.state, names)) for step in seen.steps))


def _others(states: Sequence[ObservedState], names: set[str]) -> tuple[ObservedState, ...]:
    return tuple(each for each in states if each.name not in names)
