"""What batch-norm statistics come to, on both sides."""

from collections import Counter
from collections.abc import Iterator, Sequence

from harness.watching.closeness import closeness
from harness.watching.ends import EndApart
from harness.watching.state import kept_by_batch_norm
from harness.watching.watched import Watched
from harness.words.observation import Observation, ObservedState, Reduced
from harness.words.stage import Stage

# Of the largest element: no rounding, nor the factor of n / (n - 1) of a large batch.
_APART = 1e-2
# What a script moves by hand after a step is seen with the next one.
_LAST = 2

_Lasts = dict[str, tuple[Reduced, ...]]


def statistics_apart(watched: Watched) -> EndApart | None:
    """Give the moving mean or variance that comes to the most different values, where nothing but the statistics parts
    the sides; None where all come to the same, or to what the other side had a step before. Layers may be made in
    another order: a statistic is apart only where none of its kind is like it."""
    parting = watched.parting.first_apart if watched.parting is not None else None
    if parting is None or parting.stage is not Stage.STATISTICS:
        return None
    left, right = _lasts(watched.left), _lasts(watched.right)
    found = []
    for name, other in _partners(left, right):
        one, two = left[name][-1], right[other][-1]
        found.append(EndApart(name, one, two, closeness(one, two).relative, after_steps=True))
    return max(found, key=lambda each: each.relative, default=None)


def end_statistics(seen: Observation) -> dict[str, Reduced]:
    """Give what the statistics of a run came to, as far as its last step shows it, by name."""
    return {name: values[-1] for name, values in _lasts(seen).items()}


def in_order(states: Sequence[ObservedState]) -> Iterator[tuple[str, ObservedState]]:
    """Give what moved in a step by its name, and the second of a name, as layers of Keras have it that are built by
    themselves, by its number: ``moving_mean#2``."""
    times: Counter[str] = Counter()
    for state in states:
        times[state.name] += 1
        yield state.name if times[state.name] == 1 else f"{state.name}#{times[state.name]}", state


def _lasts(seen: Observation) -> _Lasts:
    """The values of each statistic after the last steps, the very last one at the end."""
    found: _Lasts = {}
    for step in seen.steps[-_LAST:]:
        for name, state in in_order(step.state):
            if state.after is not None and kept_by_batch_norm(state.name):
                found[name] = (*found.get(name, ()), state.after)
    return found


def _partners(left: _Lasts, right: _Lasts) -> Iterator[tuple[str, str]]:
    """Those of one kind that are like none of the other side, in their order; none where there are more on one side."""
    for kind in dict.fromkeys(_kind(name, left) for name in left):
        mine, theirs = ([each for each in side if _kind(each, side) == kind] for side in (left, right))
        if len(mine) == len(theirs):
            yield from zip(_unlike(mine, left, theirs, right), _unlike(theirs, right, mine, left), strict=False)


def _kind(name: str, side: _Lasts) -> tuple[str, int]:
    return kept_by_batch_norm(name.partition("#")[0]), side[name][-1].size


def _unlike(mine: list[str], side: _Lasts, theirs: list[str], other: _Lasts) -> list[str]:
    return [each for each in mine if not any(_like(side[each][-1], other[name]) for name in theirs)]


def _like(one: Reduced, others: tuple[Reduced, ...]) -> bool:
    return any(closeness(one, other).within(_APART) for other in others)
