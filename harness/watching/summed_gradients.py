"""State that is what an optimizer is handed: sums of the gradients of several batches, which a script keeps itself."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from harness.watching.closeness import agree_cancelled
from harness.words.observation import Observation, ObservedState, ObservedStep, Reduced

# From so many elements on, what is a multiple of something is so by no accident.
_TELLING = 3
_ROUNDING = 1e-4


def without_summed_gradients(seen: Observation) -> Observation:
    """Give an observation without the state that comes, in each step in which it moves, to a gradient that this step is
    handed, or to one multiple of it: no statistic, and the gradients are held themselves."""
    moves: dict[tuple[str, int], list[bool]] = {}
    for step in seen.steps:
        factors = set(_factors(step))
        for each in step.state:
            if each.after is not None and each.before != each.after:
                moves.setdefault(_key(each), []).append(_is_gradient(each.after, step, factors))
    sums = {key for key, found in moves.items() if all(found)}
    if not sums:
        return seen
    steps = tuple(
        replace(step, state=tuple(each for each in step.state if _key(each) not in sums)) for step in seen.steps
    )
    return replace(seen, steps=steps)


def _key(state: ObservedState) -> tuple[str, int]:
    return state.name, state.after.size if state.after is not None else 0


def _factors(step: ObservedStep) -> Iterator[float]:
    """Of which multiples of gradients there is state that tells."""
    yield 1.0
    for state in step.state:
        for gradient in _of_its_size(state.after, step):
            if state.after is None or gradient.size < _TELLING:
                continue
            one, two = np.asarray(gradient.sample), np.asarray(state.after.sample)
            factor = float(one @ two) / float(one @ one) if one.any() and np.isfinite([*one, *two]).all() else 0.0
            if factor and np.abs(two - factor * one).max() <= _ROUNDING * np.abs(two).max():
                yield factor


def _is_gradient(after: Reduced, step: ObservedStep, factors: set[float]) -> bool:
    return any(
        agree_cancelled(after, _times(gradient, factor)) for gradient in _of_its_size(after, step) for factor in factors
    )


def _of_its_size(array: Reduced | None, step: ObservedStep) -> Iterator[Reduced]:
    for each in step.variables:
        gradient = each.gradient
        if array is not None and gradient is not None and (gradient.shape == array.shape and any(gradient.sample)):
            yield gradient


def _times(array: Reduced, factor: float) -> Reduced:
    if factor == 1.0:
        return array
    ends = sorted((array.least * factor, array.most * factor))
    sample = tuple(each * factor for each in array.sample)
    return replace(array, norm=array.norm * abs(factor), least=ends[0], most=ends[1], digest="", sample=sample)
