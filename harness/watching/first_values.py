"""First values: what the variables of one run begin with, laid out as those of another one."""

import numpy as np

from harness.watching.gates import layer_values, of_array
from harness.watching.pairs import GATES, Pairs, VariablePair
from harness.words.observation import Observation, Reduced

# Seeds of what cells begin with, behind those of all other variables; and as many numbers go into a message at most.
_OF_CELLS = 1 << 16
_MOST_DRAWN = 1 << 19
_UNLIKE = "its gates are in another order, and what the cell's would be there is not known"


def start_values(
    left: Observation, right: Observation, pairs: Pairs, *, draw: bool = False
) -> tuple[list[list[object]], tuple[str, ...]]:
    """Give the first values of the left variables, laid out as their partners on the right are, ``[name, shape,
    elements]``; and those of which there are none, with the reason. With ``draw`` those that were not seen whole say
    how they are drawn."""
    of_left = {pair.left: (place, mine) for place, (pair, mine) in enumerate(first_values(left, pairs, draw=draw))}
    of_right = values_before(right)
    values: list[list[object]] = []
    left_out: list[str] = []
    cells = of_cells(left, right, pairs, draw=draw)
    values += [[name, list(array.shape), array.reshape(-1).tolist()] for name, array in cells.items()]
    for pair in pairs.pairs:
        if pair.layout == GATES:
            if pair.right not in cells:
                left_out.append(f"{pair.right}: {_UNLIKE}")
            continue
        mine, other = of_left.get(pair.left), of_right.get(pair.right)
        if mine is None or other is None:
            left_out.append(f"{pair.right}: its first value was not seen, or has more than a million elements")
        elif mine[1].whole:
            values.append([pair.right, list(other.shape), _laid_out(mine[1], pair.layout)])
        else:
            values.append([pair.right, list(other.shape), draw_like(*mine, pair.layout)])
    left_out += [f"{name}: {_UNLIKE}" for each in pairs.fused for name in each.right if name not in cells]
    left_out += [f"{name}: it has no partner on the left" for name in pairs.only_right]
    return values, tuple(left_out)


def of_cells(left: Observation, right: Observation, pairs: Pairs, *, draw: bool = False) -> dict[str, np.ndarray]:
    """Give the first values of the variables of recurrent layers on the right that would have them compute what the
    cells on the left do, by name; without those of which that is not known. With ``draw`` the cells' are drawn that
    were not seen whole."""
    found: dict[str, np.ndarray] = {}
    known = {**values_before(left), **cell_values(left, pairs, draw=draw)}
    for each in pairs.fused:
        found |= layer_values(each, pairs, known, values_before(right))
    return found


def cell_values(left: Observation, pairs: Pairs, *, draw: bool) -> dict[str, Reduced]:
    """Give whole what the variables of cells on the left begin with whose layers on the right lie otherwise, by name;
    with ``draw`` also what was not seen whole, as far spread as it was."""
    known = values_before(left)
    names = [name for each in pairs.fused for name in each.left]
    found: dict[str, Reduced] = {}
    for place, name in enumerate(names + [pair.left for pair in pairs.pairs if pair.layout == GATES]):
        value = known.get(name)
        if value is not None and not value.whole and draw and value.size <= _MOST_DRAWN:
            value = of_array(drawn(_OF_CELLS + place, value))
        if value is not None and value.whole:
            found[name] = value
    return found


def drawn(seed: int, value: Reduced) -> np.ndarray:
    """Give numbers that are spread as those of an array, as a run draws them of what ``draw_like`` gives."""
    deviation = value.norm / max(value.size, 1) ** 0.5
    numbers = np.random.RandomState(seed).standard_normal(value.size) * deviation
    array: np.ndarray = np.clip(numbers, value.least, value.most).astype(np.float32).reshape(value.shape)
    return array


def first_values(left: Observation, pairs: Pairs, *, draw: bool) -> list[tuple[VariablePair, Reduced]]:
    """The values that the left variables begin with, where all of their elements are known, or may be drawn."""
    known = values_before(left)
    found = [(pair, known.get(pair.left)) for pair in pairs.pairs]
    return [(pair, value) for pair, value in found if value is not None and (draw or value.whole)]


def values_before(seen: Observation) -> dict[str, Reduced | None]:
    """Give what each variable was before it was updated first; of two optimizers each has some of its own."""
    found: dict[str, Reduced | None] = {}
    for step in seen.steps:
        for each in step.variables:
            found.setdefault(each.name, each.before)
    return found


def draw_like(seed: int, value: Reduced, layout: str) -> dict[str, object]:
    """How numbers are drawn that are spread as those of an array."""
    return {
        "seed": seed,
        "deviation": value.norm / max(value.size, 1) ** 0.5,
        "least": value.least,
        "most": value.most,
        "shape": list(value.shape),
        "layout": layout,
    }


def _laid_out(array: Reduced, layout: str) -> list[float]:
    if layout != "transposed":
        return list(array.sample)
    rows, columns = array.shape
    return [array.sample[row * columns + column] for column in range(columns) for row in range(rows)]
