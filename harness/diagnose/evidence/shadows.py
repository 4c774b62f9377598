"""Shadows of trained variables: averages and copies for a target, which move some share of the way with each step."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from harness.words.observation import Observation, ObservedState, ObservedStep, ObservedVariable, Reduced

# Of how far a shadow moves, what rounding leaves; and in spacings of its own size.
_ROUNDING, _SPACINGS = 1e-3, 4 * 2.0**-23
_FEWEST = 2


@dataclass(frozen=True)
class Shadow:
    """A variable that is not trained and follows one that is, ``of``: in each step in which it moves, by which share of
    the way, 1 for a copy."""

    name: str
    of: str
    shares: Mapping[int, float] = field(default_factory=dict)

    @property
    def share(self) -> float | None:
        """The one share by which it always moves, None where there are several."""
        values = list(self.shares.values())
        return values[0] if all(is_near(each, values[0]) for each in values) else None

    def __str__(self) -> str:
        steps = sorted(self.shares)
        told = ", ".join(str(each) for each in steps[:4]) + (", …" if len(steps) > 4 else "")
        if self.share is not None and is_near(self.share, 1.0):
            return f"{self.name} becomes a copy of {self.of} in steps {told}"
        if self.share is not None:
            return f"{self.name} moves by {self.share:.4g} of the way to {self.of} in steps {told}"
        shares = ", ".join(f"{self.shares[each]:.4g}" for each in steps[:4])
        return f"{self.name} moves by {shares}, … of the way to {self.of} in steps {told}"


def is_near(one: float, other: float) -> bool:
    """Whether two shares are the same but for rounding."""
    return abs(one - other) <= 5 * _ROUNDING * max(abs(one), abs(other))


def shadows_in(observation: Observation) -> tuple[Shadow, ...]:
    """Give the shadows that a run was seen to keep, each of the first variable that it follows in all its steps."""
    names = dict.fromkeys(key for step in observation.steps for key in _by_name(step))
    found = (next(_following(name, observation), None) for name in names)
    return tuple(each for each in found if each is not None)


_Key = tuple[str, int]


def _by_name(step: ObservedStep) -> dict[_Key, ObservedState]:
    """What moves in a step, by its name and its place among those of one name, as variables without one have."""
    found: dict[_Key, ObservedState] = {}
    for each in step.state:
        place = sum(name == each.name for name, _ in found)
        found[each.name, place] = each
    return found


def _following(key: _Key, observation: Observation) -> Iterator[Shadow]:
    rows = ((step, _by_name(step).get(key)) for step in observation.steps)
    moves = [(step.number, state, step.variables) for step, state in rows if state is not None and _moved(state)]
    if len(moves) < _FEWEST:
        return
    for variable in moves[0][2]:
        for late in (True, False):
            shares = {}
            for number, state, variables in moves:
                share = _share(state, next((each for each in variables if each.name == variable.name), None), late=late)
                if share is None:
                    break
                shares[number] = share
            if len(shares) == len(moves):
                yield Shadow(key[0], variable.name, shares)


def _moved(state: ObservedState) -> bool:
    known = state.before is not None and state.after is not None
    return known and state.before != state.after and "float" in (state.after.dtype if state.after else "")


def _share(state: ObservedState, variable: ObservedVariable | None, *, late: bool) -> float | None:
    """By which share a shadow has moved to a value: that of the variable after the step, or before it."""
    value = None if variable is None else variable.after if late else variable.before
    before, after = state.before, state.after
    if value is None or before is None or after is None:
        return None
    one, two, aim = (np.asarray(each.sample) for each in (before, after, value))
    if not (one.shape == two.shape == aim.shape and before.shape == value.shape and _finite(before, after, value)):
        return None
    way, moved = aim - one, two - one
    size = float((way**2).sum())
    if not size:
        return None
    share = float((way * moved).sum()) / size
    allowed = _ROUNDING * float(np.abs(moved).max()) + _SPACINGS * float(max(np.abs(one).max(), np.abs(two).max()))
    follows = bool(np.abs(moved - share * way).max() <= allowed)
    return share if follows and 0 < share <= 1 + _ROUNDING else None


def _finite(*arrays: Reduced) -> bool:
    return all(np.isfinite(np.asarray(each.sample)).all() for each in arrays)
