"""Variables that are parts of one on the other side: the weights of a kernel, each a variable of its own."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from harness.watching.pairs import Named, pair_variables
from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable, Reduced


def with_parts_joined(left: Observation, right: Observation) -> tuple[Observation, Observation]:
    """Give two observations in which the side that trains several numbers or vectors, where the other one trains one
    vector of as many elements, has them as that one: in the order in which the script trains them, and named by all of
    them. Only where nothing else is without a partner, and all elements are known."""
    mine, theirs = _variables(left), _variables(right)
    pairs = pair_variables(mine, theirs)
    if len(pairs.only_right) == 1 and len(pairs.only_left) > 1:
        return _joined(left, pairs.only_left, _value(theirs, pairs.only_right[0])), right
    if len(pairs.only_left) == 1 and len(pairs.only_right) > 1:
        return left, _joined(right, pairs.only_right, _value(mine, pairs.only_left[0]))
    return left, right


def _variables(seen: Observation) -> list[Named]:
    found: dict[str, Named] = {}
    for step in seen.steps:
        for each in step.variables:
            found.setdefault(each.name, Named(each.name, each.before or each.after))
    return list(found.values())


def _value(variables: Sequence[Named], name: str) -> Reduced | None:
    return next((each.value for each in variables if each.name == name), None)


def _joined(seen: Observation, names: Sequence[str], whole: Reduced | None) -> Observation:
    values = [_value(_variables(seen), name) for name in names]
    known = [each for each in values if each is not None and each.whole and _is_vector(each)]
    if (
        whole is None
        or not _is_vector(whole)
        or len(known) < len(names)
        or sum(each.size for each in known) != whole.size
    ):
        return seen
    steps = tuple(_in_step(each, names, whole.shape) for each in seen.steps)
    ends = {each.name: each.after for each in seen.end}
    end = seen.end
    if (after := _together([ends.get(name) for name in names], whole.shape)) is not None:
        end = (*(each for each in end if each.name not in names), ObservedState(", ".join(names), after=after))
    return replace(seen, steps=steps, end=end)


def _is_vector(array: Reduced) -> bool:
    return len([length for length in array.shape if length != 1]) <= 1


def _in_step(step: ObservedStep, names: Sequence[str], shape: tuple[int, ...]) -> ObservedStep:
    parts = {each.name: each for each in step.variables if each.name in names}
    if len(parts) < len(names):
        return step
    mine = [parts[name] for name in names]
    slots = {name: [each.slots.get(name) for each in mine] for name in mine[0].slots}
    joined = ObservedVariable(
        ", ".join(names),
        _together([each.before for each in mine], shape),
        _together([each.gradient for each in mine], shape),
        _together([each.after for each in mine], shape),
        {name: value for name, given in slots.items() if (value := _together(given, shape)) is not None},
    )
    first = mine[0].name
    variables = (joined if each.name == first else each for each in step.variables if each.name not in names[1:])
    return replace(step, variables=tuple(variables))


def _together(parts: Sequence[Reduced | None], shape: tuple[int, ...]) -> Reduced | None:
    known = [each for each in parts if each is not None and each.whole]
    if len(known) < len(parts):
        return None
    array = np.concatenate([np.asarray(each.sample, known[0].dtype) for each in known])
    exact = array.astype(np.float64)
    # As a run would tell of it: the same bits have the same digest.
    digest = hashlib.blake2b(array.tobytes(), digest_size=8).hexdigest()
    norm, least, most = float(exact @ exact) ** 0.5, float(exact.min()), float(exact.max())
    return Reduced(known[0].dtype, shape, norm, least, most, digest, tuple(exact.tolist()))
