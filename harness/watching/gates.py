"""Weights of recurrent cells of TF1 as layers of Keras have them: split for inputs and state, gates in their order."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from harness.watching.pairs import GATES, Fused, Pairs
from harness.words.observation import Reduced

# What BasicLSTMCell and LSTMCell add to their forget gate unless they are told otherwise; a layer begins with it.
_FORGET = 1.0
_LSTM_ORDER = (0, 2, 1, 3)  # i, j, f, o of a cell as i, f, c (its j), o


def layer_values(
    fused: Fused, pairs: Pairs, left: Mapping[str, Reduced | None], right: Mapping[str, Reduced | None]
) -> dict[str, np.ndarray]:
    """Give the values of a layer on the right that computes what the cell on the left does, by the names of its
    variables; empty where one is not known as a whole, or where the layer computes something else (a GRU with
    ``reset_after``, an LSTM with peepholes)."""
    biases = [pair for pair in pairs.pairs if pair.layout == GATES and _layer(pair.right) == _layer(fused.right[0])]
    mine = {name: _whole(left.get(name)) for name in (*fused.left, *(pair.left for pair in biases))}
    theirs = {name: right.get(name) for name in (*fused.right, *(pair.right for pair in biases))}
    if any(value is None for value in mine.values()) or any(value is None for value in theirs.values()):
        return {}
    arrays = [value for value in mine.values() if value is not None]
    names = _names(theirs)
    kernels = [each for each in arrays if each.ndim == 2]
    offsets = [each for each in arrays if each.ndim == 1]
    if names is None or len(offsets) != len(kernels):
        return {}
    kernel, recurrent, bias = names
    wanted = theirs[recurrent]
    if wanted is None:
        return {}
    units = wanted.shape[0]
    own = theirs[bias]
    made = _of_one(kernels[0], offsets[0], units, own) if len(kernels) == 1 else _gru(kernels, offsets)
    if made is None:
        return {}
    whole, offset = made
    found = {kernel: whole[:-units], recurrent: whole[-units:], bias: offset}
    fits = all(value is not None and found[name].shape == value.shape for name, value in theirs.items())
    return found if fits else {}


def forget_of(bias: Reduced, of_layer: Reduced) -> float | None:
    """Give what the bias of a layer that is an LSTM has more for its forget gate than the cell, which adds that when
    it runs; None where the two are not alike but for that: the cell's one number throughout, the layer's the same but
    for one gate of four."""
    size, number = bias.size, bias.least
    if bias.least != bias.most or size != of_layer.size or size % 4 or number not in (of_layer.least, of_layer.most):
        return None
    more = of_layer.most - number if of_layer.least == number else of_layer.least - number
    norm = math.sqrt(0.75 * size * number**2 + 0.25 * size * (number + more) ** 2)
    return more if math.isclose(norm, of_layer.norm, rel_tol=1e-5, abs_tol=1e-12) else None


def _of_one(
    kernel: np.ndarray, bias: np.ndarray, units: int, own: Reduced | None
) -> tuple[np.ndarray, np.ndarray] | None:
    """A cell with one kernel: an LSTM, or one without gates, which a layer has as it is."""
    if kernel.shape[1] == 4 * units:
        return _lstm(kernel, bias, own)
    return (kernel, bias) if kernel.shape[1] == units else None


def _lstm(kernel: np.ndarray, bias: np.ndarray, own: Reduced | None) -> tuple[np.ndarray, np.ndarray]:
    """What the cell adds to its forget gate nobody sees; the layer itself says it, where its bias is the cell's but for
    that, and its steps show whether it is right."""
    blocks, parts = np.split(kernel, 4, axis=1), np.split(bias, 4)
    more = forget_of(of_array(bias), own) if own is not None else None
    parts[2] = parts[2] + (_FORGET if more is None else more)
    return (
        np.concatenate([blocks[at] for at in _LSTM_ORDER], axis=1),
        np.concatenate([parts[at] for at in _LSTM_ORDER]),
    )


def _gru(kernels: Sequence[np.ndarray], biases: Sequence[np.ndarray]) -> tuple[np.ndarray, np.ndarray] | None:
    """Gates of a cell are r and u; a layer has z (its u), r, h."""
    gates, candidate = sorted(kernels, key=lambda each: -each.shape[1])
    of_gates, of_candidate = sorted(biases, key=lambda each: -each.size)
    if gates.shape[1] != 2 * candidate.shape[1] or gates.shape[0] != candidate.shape[0]:
        return None
    reset, update = np.split(gates, 2, axis=1)
    r, u = np.split(of_gates, 2)
    return np.concatenate([update, reset, candidate], axis=1), np.concatenate([u, r, of_candidate])


def _names(theirs: Mapping[str, Reduced | None]) -> tuple[str, str, str] | None:
    """The names of kernel, recurrent kernel and bias of a layer."""
    recurrent = [name for name in theirs if "recurrent" in name.rpartition("/")[2]]
    bias = [name for name in theirs if "bias" in name.rpartition("/")[2]]
    rest = [name for name in theirs if name not in (*recurrent, *bias)]
    return (rest[0], recurrent[0], bias[0]) if len(rest) == len(recurrent) == len(bias) == 1 else None


def _whole(value: Reduced | None) -> np.ndarray | None:
    return np.asarray(value.sample).reshape(value.shape) if value is not None and value.whole else None


def of_array(array: np.ndarray) -> Reduced:
    """Give an array as a run would tell of it."""
    numbers = tuple(array.reshape(-1).tolist())
    norm, least, most = float(np.linalg.norm(array)), float(array.min()), float(array.max())
    return Reduced(str(array.dtype), array.shape, norm, least, most, "", numbers)


def _layer(name: str) -> str:
    return name.partition(":")[0].rpartition("/")[0]
