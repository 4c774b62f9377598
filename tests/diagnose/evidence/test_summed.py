"""Specification of losses that are summed on one side and averaged on the other."""

import pytest

from harness.diagnose.evidence.summed import summed_losses
from harness.watching.watched import watched
from harness.words.finding import Place
from harness.words.observation import Observation, ObservedLayer, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced

CELLS = [[1.0, 2.0], [3.0, 6.0]]


def step(way: str, last: list[tuple[str, float]], cells: list[list[float]], gradient: list[float]) -> ObservedStep:
    """A step whose loss is made of cells by the ops ``last``, each of what is before it."""
    layers = [ObservedLayer(0, "Mul", "Mul", (), reduced(cells))]
    layers += [
        ObservedLayer(at, kind, kind, (at - 1,), reduced([value])) for at, (kind, value) in enumerate(last, start=1)
    ]
    w = ObservedVariable("w", before=reduced([1.0, 2.0]), gradient=reduced(gradient), after=reduced([1.0, 2.0]))
    return ObservedStep(0, way, loss=layers[-1].output, layers=tuple(layers), variables=(w,))


@pytest.mark.parametrize(("cells", "expected"), [(CELLS, (2, Place.LEFT)), ([[1.0, 2.0], [2.0, 7.0]], None)])
def test_a_sum_divided_by_the_batch_is_held_against_a_mean_of_the_same_cells(
    cells: list[list[float]], expected: tuple[int, Place] | None
) -> None:
    both = (
        step("session", [("Sum", 12.0), ("RealDiv", 6.0)], CELLS, [2.0, 4.0]),
        step("eager", [("Mean", 3.0)], cells, [1.0, 2.0]),
    )
    seen = watched(Observation((both[0],), 1), Observation((both[1],), 1))
    assert summed_losses(both, seen.pairs) == expected
