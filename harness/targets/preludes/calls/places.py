"""What a call is about, where its kind hangs on that: gradients, weights, or anything else."""

import re
import weakref

import tensorflow as tf

_OF_GRADIENTS = re.compile(r"(^|/)(gradients|gradient_tape)(_\d+)?/")
# What makes a norm of a weight of that weight alone.
_OF_ONE = frozenset(
    "Identity ReadVariableOp Square Abs Mul Pow Sum Mean L2Loss Sqrt Cast Const Reshape RealDiv Rank Range".split()
)
_VARIABLES = frozenset(["Variable", "VariableV2", "VarHandleOp"])
_MOST = 30
_known = {}


def note_gradients():
    """Have what tapes give as gradients known as such."""
    tape = getattr(tf, "GradientTape", None)
    if tape is None or getattr(tape.gradient, "is_noting", False):
        return
    original = tape.gradient

    def gradient(self, *args, **named):
        found = original(self, *args, **named)
        for each in found if isinstance(found, (list, tuple)) else [found]:
            _note(each)
        return found

    gradient.is_noting = True
    tape.gradient = gradient


def _note(tensor):
    if hasattr(tensor, "dtype"):
        key = id(tensor)
        try:
            _known[key] = weakref.ref(tensor, lambda _: _known.pop(key, None))
        except TypeError:
            pass


def is_gradient(tensor):
    """Whether a tensor is a gradient, or was made from gradients alone as a graph tells."""
    kept = _known.get(id(tensor))
    if kept is not None and kept() is tensor:
        return True
    name = getattr(_op(tensor), "name", None) or ""
    return bool(_OF_GRADIENTS.search(name))


def is_of_weights(tensor):
    """Whether a tensor is a variable, or was made from variables alone."""
    if isinstance(tensor, tf.Variable) or hasattr(tensor, "_trainable"):
        return True
    waiting, seen, found = [_op(tensor)], 0, False
    while waiting:
        op, seen = waiting.pop(), seen + 1
        kind = getattr(op, "type", None)
        if kind in _VARIABLES:
            found = True
        elif kind not in _OF_ONE or seen > _MOST:
            return False
        else:
            waiting += [each.op for each in op.inputs]
    return found


def _op(tensor):
    try:
        return tensor.op
    except Exception:  # eager tensors have none
        return None
