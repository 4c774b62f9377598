"""Specification of a recurrent cell's weights as a layer of Keras has them."""

import numpy as np

from harness.watching.first_values import cell_values, of_cells
from harness.watching.fused import with_fused
from harness.watching.gates import forget_of
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


def test_a_layer_says_by_its_own_bias_what_the_cell_adds_to_its_forget_gate() -> None:
    cell = {"rnn/cell/kernel": np.array([[1.0, 2, 3, 4], [5, 6, 7, 8]]), "rnn/cell/bias": np.zeros(4)}
    begun = {each: layer("lstm", 1, 1, 4, 4) | {"lstm/bias": np.array([0.0, each, 0, 0])} for each in (0.0, 1.0, -0.5)}
    assert converted(cell, begun[0.0])["lstm/bias"] == [0.0, 0.0, 0.0, 0.0]
    assert converted(cell, begun[1.0])["lstm/bias"] == [0.0, 1.0, 0.0, 0.0]
    assert converted(cell, begun[-0.5])["lstm/bias"] == [0.0, -0.5, 0.0, 0.0]
    # It was made otherwise: the cell's usual one is taken, and a bias that is so is another one.
    other = layer("lstm", 1, 1, 4, 4) | {"lstm/bias": np.array([0.5, 0.5, 1, 1])}
    assert converted(cell, other)["lstm/bias"] == [0.0, 1.0, 0.0, 0.0]


def test_a_bias_is_the_cells_but_for_one_gate_of_four_or_nobody_knows() -> None:
    zeros = reduced(np.zeros(400))
    assert forget_of(zeros, reduced(np.repeat([0.0, 1.0, 0.0, 0.0], 100))) == 1.0
    assert forget_of(zeros, reduced(np.zeros(400))) == 0.0
    assert forget_of(zeros, reduced(np.repeat([0.0, 1.0, 1.0, 0.0], 100))) is None
    assert forget_of(zeros, reduced(np.full(400, 0.1))) is None
    assert forget_of(reduced(np.arange(400.0)), zeros) is None
    assert forget_of(reduced(np.zeros(6)), reduced(np.zeros(6))) is None


def test_a_large_kernel_is_drawn_for_a_cell_and_its_layer_alike() -> None:
    random = np.random.default_rng(5)
    cell = {"rnn/cell/kernel": random.uniform(-0.3, 0.3, (12, 32)), "rnn/cell/bias": np.zeros(32)}
    of_layer = layer("lstm", 4, 8, 4, 32)
    of_layer["lstm/bias"][8:16] = 1.0
    sides = [{name: reduced(value) for name, value in side.items()} for side in (cell, of_layer)]
    runs = [
        Observation((ObservedStep(0, variables=tuple(ObservedVariable(*each) for each in side.items())),), 1)
        for side in sides
    ]
    named = [[Named(name, value) for name, value in side.items()] for side in sides]
    pairs = with_fused(pair_variables(*named), *named)
    assert of_cells(runs[0], runs[1], pairs) == {}
    found = of_cells(runs[0], runs[1], pairs, draw=True)
    began = {
        name: np.reshape(value.sample, value.shape) for name, value in cell_values(runs[0], pairs, draw=True).items()
    }
    kernel = began["rnn/cell/kernel"]
    assert 0.1 < np.abs(kernel).mean() < 0.3 and np.abs(kernel).max() <= np.abs(cell["rnn/cell/kernel"]).max()
    i, j, f, o = np.split(kernel, 4, axis=1)
    assert (np.concatenate([i, f, j, o], axis=1)[4:] == found["lstm/recurrent_kernel"]).all()
    assert (found["lstm/bias"] == np.repeat([0.0, 1.0, 0.0, 0.0], 8)).all()


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
