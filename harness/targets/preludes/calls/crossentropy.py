"""The cross entropies of Keras' backend, which losses call: whether one goes back to the logits, or clips what it is
given. That depends on the release, and on the op that the probabilities come from."""

import functools
import inspect
import sys

import tensorflow as tf

from _harness_preludes.calls import wrapping
from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always, new_keras

_MODULES = (
    "tensorflow.python.keras._impl.keras.backend",
    "tensorflow.python.keras.backend",
    "tensorflow_core.python.keras.backend",
    "keras.backend",
    "keras.src.backend",
    "keras.src.backend.tensorflow.nn",
)
_OPS = {
    "binary_crossentropy": "Sigmoid",
    "categorical_crossentropy": "Softmax",
    "sparse_categorical_crossentropy": "Softmax",
}


def _row(through, form):
    return Row("crossentropy", "", through=Always(through), form=Always(form))


def wrap(look):
    """Have ``look(call)`` see every call of these, wherever it comes from; no line is told, for a model
    calls them when it is compiled, trained or evaluated."""
    for name in _MODULES:
        module = sys.modules.get(name)
        for function, op in _OPS.items():
            if callable(getattr(module, function, None)):
                setattr(module, function, _wrapped(getattr(module, function), function, op, look))


def _wrapped(original, name, op, look):
    try:
        signature, text = inspect.signature(original), inspect.getsource(inspect.unwrap(original))
    except (OSError, TypeError, ValueError):
        return original
    goes_back = any(word in text for word in ("_get_logits", "op.type", "_keras_logits"))
    form = "new" if new_keras() else "added" if "epsilon()" in text.rpartition("log(")[2] else "early"

    @functools.wraps(original)
    def call(*args, **named):
        arguments = signature.bind(*args, **named).arguments
        if arguments.get("from_logits"):
            return original(*args, **named)
        values = list(arguments.values())
        through = "logits" if goes_back and _comes_from(values[1], op) else "probabilities"
        made = wrapping.Call("tf.keras.backend." + name, _row(through, form), original, dict(arguments), [], None)
        other = look(made)
        return other(original, *args, **named) if callable(other) else original(*args, **named)

    return call


def _comes_from(output, kind):
    if hasattr(output, "_keras_logits"):
        return True
    if isinstance(output, tf.Variable) or type(output).__name__ == "EagerTensor":
        return False
    op = getattr(output, "op", None)
    while op is not None and op.type == "Identity":
        op = op.inputs[0].op
    return op is not None and op.type == kind
