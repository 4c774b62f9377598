"""Calls of the script do nothing: ``calls`` are the symbol, the line and the ``kind`` of each."""

import inspect

import tensorflow as tf

from _harness_patches.tools.methods import give_methods
from _harness_preludes.calls import methods, places, rows_lone, wrapping

kinds = {(call["symbol"], call["line"]): call["kind"] for call in CHANGE["calls"]}
_INPUTS = ("t", "x", "inputs", "input", "logits", "features", "image")
# What an argument says that nothing is done.
ARGUMENTS = {
    "clipping": {"clipnorm": None, "global_clipnorm": None, "clipvalue": None, "clip_gradients": None},
    "dropout": {"rate": 0.0},
    "lengths": {"sequence_length": None},
    "loss_weights": {"weights": 1.0, "pos_weight": 1.0, "sample_weight": None, "class_weight": None},
    "regularizer": {"l1": 0.0, "l2": 0.0, "l": 0.0},
}
ACTIVATIONS = ("softmax", "sigmoid", "relu", "tanh", "leaky_relu", "elu")


def look(call):
    kind = kinds.get((call.symbol, call.line))
    if kind is None:
        return None
    arguments = {name: value for name, value in ARGUMENTS.get(kind, {}).items() if name in call.arguments}
    if kind == "loss_weights" and hasattr(call.arguments.get("weights"), "shape"):
        arguments["weights"] = tf.ones_like(call.arguments["weights"])
    if call.symbol.endswith("weighted_cross_entropy_with_logits"):
        return unweighted
    if inspect.isclass(call.callee) and kind == "schedule":
        return without_schedule
    if inspect.isclass(call.callee) and kind == "average":
        return not_averaged
    if inspect.isclass(call.callee) and kind in ACTIVATIONS:
        return as_it_is
    if arguments and not (kind == "dropout" and not inspect.isclass(call.callee)):
        return arguments
    return left_out(kind, call)


def left_out(kind, call):
    arguments = call.arguments
    if call.symbol.endswith("clip_by_global_norm"):
        return lambda original, *args, **named: (list(arguments["t_list"]), original(*args, **named)[1])
    if kind == "cache":
        return lambda original, data, *args, **named: data
    if kind == "penalty":
        return lambda original, *args, **named: 0.0 * original(*args, **named)
    if kind == "regularizer":
        return lambda original, *args, **named: no_penalty(original(*args, **named))
    if kind == "schedule":
        first = arguments.get("learning_rate")
        first = arguments["values"][0] if first is None else first
        return lambda original, *args, **named: tf.convert_to_tensor(first)
    inputs = [arguments[name] for name in _INPUTS if name in arguments]
    if not inputs:
        raise RuntimeError("what %s does cannot be left out" % call.symbol)
    return lambda original, *args, **named: tf.convert_to_tensor(inputs[0])


def unweighted(original, *args, **named):
    """The cross entropy without weights: with weights of one the other op's gradient is another one at logits of 0."""
    given = inspect.signature(original).bind(*args, **named).arguments
    labels = given["labels"] if given.get("labels") is not None else given["targets"]
    return tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=given["logits"])


def no_penalty(regularizer):
    return lambda weight: 0.0 * regularizer(weight)


def as_it_is(original, self, *args, **named):
    """A layer of Keras that hands on what it is given."""
    original(self, *args, **named)
    give_methods(self, call=lambda self, inputs, *args, **named: inputs)


def not_averaged(original, self, *args, **named):
    """Moving averages whose average of a variable is that variable."""
    original(self, *args, **named)
    give_methods(self, average=lambda self, var: var)


def without_schedule(original, self, *args, **named):
    """A schedule of Keras that stays at the rate it starts with."""
    original(self, *args, **named)
    rate = getattr(self, "initial_learning_rate", None)
    rate = self.values[0] if rate is None else rate
    give_methods(self, __call__=lambda self, step: tf.convert_to_tensor(rate, tf.float32))


places.note_gradients()
wrapping.wrap_all(rows_lone.ALL_ROWS, SCRIPT, look)
methods.wrap(SCRIPT, look)
