"""How far each variable of two watched sides is apart, step by step, and how far one ULP moves the left one."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.sides.observing.watch import observation_of, watch_request
from harness.sides.run import Sides
from harness.sides.spread.measure import perturbed
from harness.watching.closeness import closeness
from harness.watching.watched import Watched
from harness.words.observation import Observation, Reduced

# So many runs of the left side that are moved by rounding: the largest distance of any of them is shown.
_SAMPLES = 3


@dataclass(frozen=True)
class VariablePath:
    """A variable by its names on both sides, and after each of ``steps`` how far both are ``apart``, relative to the
    largest element of either; ``spread`` is how far the left one comes from itself, moved by at most one ULP at random
    after each update (None: not measured)."""

    left: str
    right: str
    steps: tuple[int, ...]
    apart: tuple[float, ...]
    spread: tuple[float | None, ...]


def variable_paths(sides: Sides, watched: Watched) -> tuple[VariablePath, ...]:
    """Give the path of each pair of variables that were seen in more than one step on both sides; the left side runs
    again for the spread. Empty for sides that train nothing."""
    of_left, of_right = _values(watched.left), _values(watched.right)
    pairs = [
        pair
        for pair in watched.pairs.pairs
        if pair.is_in_order and len(of_left.get(pair.left, {}).keys() & of_right.get(pair.right, {}).keys()) > 1
    ]
    moved = [_values(each) for each in _moved(sides)] if pairs else []
    found = []
    for pair in pairs:
        mine, theirs = of_left[pair.left], of_right[pair.right]
        steps = tuple(sorted(mine.keys() & theirs.keys()))
        spread = tuple(
            max(
                (
                    closeness(mine[step], each[pair.left][step]).relative
                    for each in moved
                    if step in each.get(pair.left, {})
                ),
                default=None,
            )
            for step in steps
        )
        apart = tuple(closeness(mine[step], theirs[step]).relative for step in steps)
        found.append(VariablePath(pair.left, pair.right, steps, apart, spread))
    return tuple(found)


def _values(observation: Observation) -> dict[str, Mapping[int, Reduced]]:
    """The values after each step that was seen, by variable."""
    found: dict[str, dict[int, Reduced]] = {}
    for step in observation.steps:
        for each in step.variables:
            if each.after is not None:
                found.setdefault(each.name, {})[step.number] = each.after
    return {**found}


def _moved(sides: Sides) -> list[Observation]:
    """The left side watched while it is moved by rounding; none where that fails."""
    origin = sides.left.origin
    if origin is None:
        return []
    worker = sides.workers[origin.python.absolute()]
    samples = (perturbed(origin.request, number) for number in range(1, _SAMPLES + 1))
    futures = [worker.submit(watch_request(each)) for each in samples]
    outcomes = [future.result() for future in futures]
    return [observation_of(each, None) for each in outcomes if each.failure is None or each.cut]
