"""What batch-norm statistics come to, on both sides."""

from harness.watching.closeness import closeness
from harness.watching.ends import EndApart
from harness.watching.watched import Watched
from harness.words.observation import Observation, Reduced
from harness.words.stage import Stage

# As TensorFlow and Keras call them in all releases.
_NAMES = frozenset({"moving_mean", "moving_variance"})
# Of the largest element: no rounding, nor the factor of n / (n - 1) of a large batch.
_APART = 1e-2
# What a script moves by hand after a step is seen with the next one.
_LAST = 2


def statistics_apart(watched: Watched) -> EndApart | None:
    """Give the moving mean or variance that comes to the most different values, where nothing but the statistics parts
    the sides; None where all come to the same, or to what the other side had a step before."""
    parting = watched.parting.first_apart if watched.parting is not None else None
    if parting is None or parting.stage is not Stage.STATISTICS:
        return None
    left, right = _lasts(watched.left), _lasts(watched.right)
    found = []
    for name, values in left.items():
        others = right.get(_partner(name, left, right), ())
        one, two = values[-1], others[-1] if others else None
        if two is not None and one.size == two.size and not _like(one, others) and not _like(two, values):
            found.append(EndApart(name, one, two, closeness(one, two).relative))
    return max(found, key=lambda each: each.relative, default=None)


def end_statistics(seen: Observation) -> dict[str, Reduced]:
    """Give what the statistics of a run came to, as far as its last step shows it, by name."""
    return {name: values[-1] for name, values in _lasts(seen).items()}


def _lasts(seen: Observation) -> dict[str, tuple[Reduced, ...]]:
    """The values of each statistic after the last steps, the very last one at the end."""
    found: dict[str, tuple[Reduced, ...]] = {}
    for step in seen.steps[-_LAST:]:
        for state in step.state:
            if state.after is not None and _word(state.name) in _NAMES:
                found[state.name] = (*found.get(state.name, ()), state.after)
    return found


def _partner(name: str, left: dict[str, tuple[Reduced, ...]], right: dict[str, tuple[Reduced, ...]]) -> str:
    """The one that stands at the same place among those of its word; none where there are more on one side."""
    mine, theirs = ([each for each in side if _word(each) == _word(name)] for side in (left, right))
    return theirs[mine.index(name)] if len(mine) == len(theirs) else ""


def _word(name: str) -> str:
    return name.partition(":")[0].rpartition("/")[2]


def _like(one: Reduced, others: tuple[Reduced, ...]) -> bool:
    return any(closeness(one, other).within(_APART) for other in others)
