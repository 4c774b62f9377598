"""Specification of a recurrent cell's weights as a layer of Keras has them."""

import numpy as np

from harness.watching.first_values import of_cells
from harness.watching.fused import with_fused
from harness.watching.pairs import Named, pair_variables
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.watching.arrays import reduced


def converted(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> dict[str, list[object]]:
    sides = [{name: reduced(value, whole=True) for name, value in side.items()} for side in (left, right)]
    named = [[Named(name, value) for name, value in side.items()] for side in sides]
    runs = [
        Observation((ObservedStep(0, variables=tuple(ObservedVariable(*each) for each in side.items())),), 1)
        for side in sides
    ]
    found = of_cells(runs[0], runs[1], with_fused(pair_variables(*named), *named))
    return {name: value.tolist() for name, value in found.items()}


def layer(name: str, inputs: int, units: int, gates: int, *bias: int) -> dict[str, np.ndarray]:
    shapes = {"kernel": (inputs, gates * units), "recurrent_kernel": (units, gates * units), "bias": bias}
    return {f"{name}/{each}": np.zeros(shape) for each, shape in shapes.items()}


def test_gates_of_an_lstm_change_places_and_its_forget_gate_gets_the_one_that_the_cell_adds() -> None:
    cell = {"rnn/cell/kernel": np.array([[1.0, 2, 3, 4], [5, 6, 7, 8]]), "rnn/cell/bias": np.array([1.0, 2, 3, 4])}
    assert converted(cell, layer("lstm", 1, 1, 4, 4)) == {
        "lstm/kernel": [[1.0, 3.0, 2.0, 4.0]],
        "lstm/recurrent_kernel": [[5.0, 7.0, 6.0, 8.0]],
        "lstm/bias": [1.0, 4.0, 2.0, 4.0],
    }


def test_a_cell_without_gates_is_split_and_no_more() -> None:
    cell = {"rnn/cell/kernel": np.array([[1.0, 2, 3], *[[4, 5, 6]] * 3]), "rnn/cell/bias": np.array([7.0, 8, 9])}
    assert converted(cell, layer("rnn", 1, 3, 1, 3)) == {
        "rnn/kernel": [[1.0, 2.0, 3.0]],
        "rnn/recurrent_kernel": [[4.0, 5.0, 6.0]] * 3,
        "rnn/bias": [7.0, 8.0, 9.0],
    }


def test_the_update_gate_of_a_gru_comes_first_and_its_candidate_last() -> None:
    cell = {
        "rnn/gru/gates/kernel": np.array([[1.0, 1, 2, 2], [3, 3, 4, 4], [5, 5, 6, 6]]),
        "rnn/gru/gates/bias": np.array([1.0, 1, 2, 2]),
        "rnn/gru/candidate/kernel": np.array([[7.0, 7], [8, 8], [9, 9]]),
        "rnn/gru/candidate/bias": np.array([3.0, 3]),
    }
    assert converted(cell, layer("gru", 1, 2, 3, 6)) == {
        "gru/kernel": [[2.0, 2.0, 1.0, 1.0, 7.0, 7.0]],
        "gru/recurrent_kernel": [[4.0, 4.0, 3.0, 3.0, 8.0, 8.0], [6.0, 6.0, 5.0, 5.0, 9.0, 9.0]],
        "gru/bias": [2.0, 2.0, 1.0, 1.0, 3.0, 3.0],
    }


def test_a_gru_that_resets_after_is_another_one() -> None:
    cell = {"g/gates/kernel": np.ones((3, 4)), "g/gates/bias": np.ones(4)}
    cell |= {"g/candidate/kernel": np.ones((3, 2)), "g/candidate/bias": np.ones(2)}
    assert converted(cell, layer("gru", 1, 2, 3, 2, 6)) == {}
