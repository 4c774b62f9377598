"""What a script makes of float64 arrays, or as float64, is float32: constants, variables, zeros, casts, products."""

import functools

import numpy as np
import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.scripts import public_names


def narrow(value):
    if isinstance(value, (np.ndarray, np.float64)) and value.dtype == np.float64:
        return np.float32(value)
    if isinstance(value, (list, tuple)):
        return type(value)(map(narrow, value)) if type(value) in (list, tuple) else value
    if isinstance(value, (type, str, tf.DType)):
        return np.float32 if value is np.float64 else tf.float32 if value in ("float64", tf.float64) else value
    return value


def narrowed(function):
    @functools.wraps(function)
    def changed(*args, **options):
        return function(*map(narrow, args), **{name: narrow(value) for name, value in options.items()})

    return changed


for one in (tf, v1):
    for name in (
        "constant",
        "convert_to_tensor",
        "zeros",
        "ones",
        "fill",
        "cast",
        "matmul",
        "add",
        "subtract",
        "multiply",
        "divide",
        "square",
        "pow",
        "abs",
        "tensordot",
        "reduce_mean",
        "reduce_sum",
    ):
        public_names.replace(getattr(one, name), narrowed(getattr(one, name)))
matvec = getattr(getattr(tf, "linalg", None), "matvec", None)
if matvec is not None:
    public_names.replace(matvec, narrowed(matvec))
for kind in {type(tf.Variable), type(v1.Variable)} - {type}:
    make = kind.__call__
    kind.__call__ = lambda cls, *args, **options: make(
        cls, *map(narrow, args), **{name: narrow(value) for name, value in options.items()}
    )
if type(tf.Variable) is type:
    raise RuntimeError("in TensorFlow %s a tf.Variable cannot be made another way" % tf.__version__)
