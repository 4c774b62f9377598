"""LSTM cells of TF1 with the ``order`` of gates that Keras has, and with another ``forget_bias``."""

import functools
import types

from tensorflow.python.ops import rnn_cell_impl


def in_order_of_keras(operations):
    """The module of array operations, in which a split into four gives i, f, j, o as i, j, f, o."""
    other = types.ModuleType(operations.__name__)
    other.__dict__.update(vars(operations))

    @functools.wraps(operations.split)
    def split(value, num_or_size_splits, *args, **named):
        found = operations.split(value, num_or_size_splits, *args, **named)
        if num_or_size_splits != 4:
            return found
        i, f, j, o = found
        return i, j, f, o

    other.split = split
    return other


def with_bias(make):
    @functools.wraps(make)
    def made(self, *args, **named):
        make(self, *args, **named)
        self._forget_bias = CHANGE["forget_bias"]

    return made


if CHANGE.get("order"):
    if not hasattr(rnn_cell_impl, "array_ops"):
        raise RuntimeError("the cells of this release split their gates otherwise")
    rnn_cell_impl.array_ops = in_order_of_keras(rnn_cell_impl.array_ops)
if "forget_bias" in CHANGE:
    for name in ("BasicLSTMCell", "LSTMCell"):
        kind = getattr(rnn_cell_impl, name)
        kind.__init__ = with_bias(kind.__init__)
