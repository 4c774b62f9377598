"""Pieces of code that a draft brings along, for TF2 has nothing that computes the same: cells of TF1, its summaries."""

from collections.abc import Collection, Iterator

import libcst as cst

from harness.porting.eager.equals.recurrent import (
    BIDIRECTIONAL,
    DROPOUT,
    DYNAMIC,
    GRU,
    LSTM,
    MULTI,
    RNN,
    SEQUENCE_LOSS,
    STATE,
    STATIC,
)
from harness.porting.eager.tree import argument, code, expression, walk

_SUMMARY = """\
def write_summary(writer, summary, step):
    with writer.as_default():
        for name, value in summary.items():
            tf.summary.scalar(name, value, step=step)
"""

_CHECKPOINT = '''\
def write_checkpoint(checkpoint, path):
    """Write a checkpoint, and note it as the latest one of its folder, as a Saver does."""
    written = checkpoint.write(path)
    tf.compat.v1.train.update_checkpoint_state(written.rpartition("/")[0] or ".", written)
    return written
'''

_VARIABLE = '''\
def variable(name, initial_value, made={}):
    """Make a variable where none has this name yet, and give the one that has it."""
    if name not in made:
        with tf.init_scope():
            made[name] = tf.Variable(initial_value(), name=name)
    return made[name]
'''

_SCALING = '''\
def variance_scaling_initializer(factor=2.0, mode="FAN_IN", uniform=False, seed=None):
    """Draw as far spread as so many inputs, outputs, or half of both want it."""

    def initialize(shape, dtype=tf.float32, **others):
        inputs, outputs = (shape[-2], shape[-1]) if len(shape) > 1 else (shape[-1], shape[-1])
        for size in shape[:-2]:
            inputs, outputs = inputs * size, outputs * size
        fan = {"FAN_IN": inputs, "FAN_OUT": outputs, "FAN_AVG": (inputs + outputs) / 2}[mode]
        if uniform:
            limit = (3.0 * factor / fan) ** 0.5
            return tf.random.uniform(shape, -limit, limit, dtype, seed=seed)
        return tf.random.truncated_normal(shape, 0.0, (1.3 * factor / fan) ** 0.5, dtype, seed=seed)

    return initialize
'''

# By name, what a draft brings along, in the order in which it stands there.
PIECES: dict[str, str] = {
    "write_summary": _SUMMARY,
    "write_checkpoint": _CHECKPOINT,
    "variable": _VARIABLE,
    "LSTMStateTuple": STATE,
    "BasicLSTMCell": LSTM,
    "BasicRNNCell": RNN,
    "GRUCell": GRU,
    "MultiRNNCell": MULTI,
    "DropoutWrapper": DROPOUT,
    "dynamic_rnn": DYNAMIC,
    "bidirectional_dynamic_rnn": BIDIRECTIONAL,
    "static_rnn": STATIC,
    "sequence_loss": SEQUENCE_LOSS,
    "variance_scaling_initializer": _SCALING,
}

_PLACES = ("tf.nn.rnn_cell", "tf.contrib.rnn", "tf.contrib.rnn.core_rnn_cell")
CELLS: dict[str, str] = {
    f"{place}.{old}": new
    for place in _PLACES
    for old, new in {
        "BasicLSTMCell": "BasicLSTMCell",
        "LSTMCell": "BasicLSTMCell",
        "BasicRNNCell": "BasicRNNCell",
        "RNNCell": "BasicRNNCell",
        "GRUCell": "GRUCell",
        "MultiRNNCell": "MultiRNNCell",
        "DropoutWrapper": "DropoutWrapper",
    }.items()
}
SUPPLIED: dict[str, str] = {
    **CELLS,
    **{f"{place}.LSTMStateTuple": "LSTMStateTuple" for place in _PLACES},
    "tf.nn.dynamic_rnn": "dynamic_rnn",
    "tf.nn.bidirectional_dynamic_rnn": "bidirectional_dynamic_rnn",
    "tf.nn.static_rnn": "static_rnn",
    "tf.contrib.rnn.static_rnn": "static_rnn",
    "tf.nn.rnn": "static_rnn",
    "tf.contrib.seq2seq.sequence_loss": "sequence_loss",
    "tf.contrib.layers.variance_scaling_initializer": "variance_scaling_initializer",
}
# What runs a cell along time, and so makes its variables.
RUNS_CELLS = frozenset(name for name, new in SUPPLIED.items() if new.endswith("_rnn"))
# The arguments that each takes, by the names that TF1 has for them, without what says nothing.
TAKES: dict[str, frozenset[str]] = {
    "BasicLSTMCell": frozenset({"num_units", "forget_bias", "activation", "state_is_tuple"}),
    "LSTMStateTuple": frozenset({"c", "h"}),
    "BasicRNNCell": frozenset({"num_units", "activation"}),
    "GRUCell": frozenset({"num_units", "activation"}),
    "MultiRNNCell": frozenset({"cells", "state_is_tuple"}),
    "DropoutWrapper": frozenset({"cell", "input_keep_prob", "output_keep_prob"}),
    "dynamic_rnn": frozenset({"cell", "inputs", "sequence_length", "initial_state", "dtype", "time_major"}),
    "bidirectional_dynamic_rnn": frozenset({"cell_fw", "cell_bw", "inputs", "sequence_length", "dtype"}),
    "static_rnn": frozenset({"cell", "inputs", "initial_state", "dtype"}),
    "sequence_loss": frozenset({"logits", "targets", "weights"}),
    "variance_scaling_initializer": frozenset({"factor", "mode", "uniform", "seed"}),
}
_USELESS = frozenset({"scope", "name", "reuse", "swap_memory", "parallel_iterations", "seed"})


# What a piece is made of, besides itself.
NEEDS = {"bidirectional_dynamic_rnn": "dynamic_rnn"}


def asks_state_by_name(module: cst.Module) -> bool:
    """Whether a script asks for ``state.c`` or ``state.h``, as it may of an LSTM's."""
    return any(isinstance(each, cst.Attribute) and each.attr.value in ("c", "h") for each in walk(module))


def piece_texts(supplied: Collection[str]) -> Iterator[tuple[str, str]]:
    """Give what a draft brings along by name, as texts, in the order in which it stands there."""
    for name, text in PIECES.items():
        if name == "BasicLSTMCell" and "LSTMStateTuple" in supplied:
            text = text.replace("return h, (c, h)", "return h, LSTMStateTuple(c, h)")
            text = text.replace("(num_units, num_units)", "LSTMStateTuple(num_units, num_units)")
            zeros = "tf.zeros([batch_size, self.num_units], dtype)"
            text = text.replace(f"return {zeros}, {zeros}", f"return LSTMStateTuple({zeros}, {zeros})")
        if name in supplied:
            yield name, text


def xavier_normal(call: cst.Call, name: str) -> cst.Call | None:
    """Give the call of what a draft brings along that draws as ``xavier_initializer(uniform=False)`` did, spread a
    little further than Keras' GlorotNormal; None for any other call."""
    if not name.startswith("tf.contrib.layers.xavier_initializer"):
        return None
    uniform, seed = argument(call, "uniform", 0), argument(call, "seed", 1)
    if uniform is None or code(uniform) != "False":
        return None
    more = f", seed={code(seed)}" if seed is not None else ""
    made = expression(f'variance_scaling_initializer(1.0, "FAN_AVG"{more})')
    assert isinstance(made, cst.Call)
    return made


def takes(piece: str, words: list[str]) -> bool:
    """Whether a piece takes arguments of these names."""
    return set(words) <= TAKES[piece] | _USELESS


def is_useless(word: str) -> bool:
    """Whether an argument says nothing of the numbers."""
    return word in _USELESS
