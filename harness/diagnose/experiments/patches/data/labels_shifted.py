"""What takes classes as whole numbers is given them with ``CHANGE["by"]`` added: ``tf.one_hot`` and sparse cross
entropies, of TensorFlow and of Keras."""

import functools
import inspect

import tensorflow as tf

from _harness_preludes.scripts import public_names


def shifted(original, name):
    signature = inspect.signature(original)

    @functools.wraps(original)
    def given(*args, **named):
        bound = signature.bind(*args, **named)
        classes = tf.convert_to_tensor(bound.arguments[name])
        bound.arguments[name] = classes + tf.cast(CHANGE["by"], classes.dtype)
        return original(*bound.args, **bound.kwargs)

    return given


keras = getattr(tf, "keras", None)
losses = getattr(keras, "losses", None)
for space, function, argument in (
    (tf, "one_hot", "indices"),
    (tf.nn, "sparse_softmax_cross_entropy_with_logits", "labels"),
    (losses, "sparse_categorical_crossentropy", "y_true"),
):
    target = getattr(space, function, None)
    if target is not None:
        public_names.replace(target, shifted(target, argument))
kind = getattr(losses, "SparseCategoricalCrossentropy", None)
if kind is not None:
    kind.call = shifted(kind.call, "y_true")
