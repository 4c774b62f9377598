"""Specification of recurrent layers whose kernels are one on one side, and two on the other."""

import numpy as np

from harness.watching.fused import with_fused
from harness.watching.pairs import Fused, Named, Pairs, VariablePair, pair_variables
from tests.watching.arrays import reduced


def zeros(name: str, *shape: int) -> Named:
    return Named(name, reduced(np.zeros(shape)))


def paired(left: list[Named], right: list[Named]) -> Pairs:
    return with_fused(pair_variables(left, right), left, right)


def test_a_kernel_of_an_lstm_cell_is_both_kernels_of_a_layer_and_its_bias_is_not_held() -> None:
    left = [zeros("rnn/cell/kernel", 5, 8), zeros("rnn/cell/bias", 8)]
    right = [zeros("lstm/kernel:0", 3, 8), zeros("lstm/recurrent_kernel:0", 2, 8), zeros("lstm/bias:0", 8)]
    found = paired(left, right)
    assert found.fused == (Fused(("rnn/cell/kernel",), ("lstm/kernel:0", "lstm/recurrent_kernel:0")),)
    assert found.pairs == (VariablePair("rnn/cell/bias", "lstm/bias:0", "gates"),)
    assert not found.pairs[0].is_in_order
    assert (found.only_left, found.only_right) == ((), ())


def test_gates_and_candidate_of_a_gru_cell_are_one_layer() -> None:
    left = [zeros("rnn/gru/gates/kernel", 5, 4), zeros("rnn/gru/candidate/kernel", 5, 2)]
    right = [zeros("gru/kernel", 3, 6), zeros("gru/recurrent_kernel", 2, 6)]
    assert paired(left, right).fused == (
        Fused(("rnn/gru/gates/kernel", "rnn/gru/candidate/kernel"), ("gru/kernel", "gru/recurrent_kernel")),
    )


def test_dense_kernels_of_other_shapes_stay_alone() -> None:
    found = paired([zeros("dense/kernel", 5, 8)], [zeros("a/kernel", 3, 8), zeros("b/kernel", 2, 8)])
    assert found.fused == ()
    assert found.only_left == ("dense/kernel",)
