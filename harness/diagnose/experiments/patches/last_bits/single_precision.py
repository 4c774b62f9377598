"""Policies and casts of 16 bits are of 32: mixed precision, ``tf.float16``, ``tf.bfloat16`` and their names."""

import functools

import numpy as np
import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.scripts import public_names

HALF = ("float16", "bfloat16", "mixed_float16", "mixed_bfloat16")


def wide(value):
    if isinstance(value, (np.ndarray, np.generic)):
        return np.float32(value) if value.dtype == np.float16 else value
    if value is np.float16 or (isinstance(value, tf.DType) and value in (tf.float16, tf.bfloat16)):
        return tf.float32
    if isinstance(value, str):
        return "float32" if value in HALF else value
    if getattr(value, "name", None) in HALF and hasattr(value, "compute_dtype"):
        return "float32"
    return value


def widened(function):
    @functools.wraps(function)
    def changed(*args, **options):
        return function(*map(wide, args), **{name: wide(value) for name, value in options.items()})

    return changed


for one in (tf, v1):
    for name in ("cast", "constant", "convert_to_tensor", "zeros", "ones", "placeholder", "get_variable"):
        if hasattr(one, name):
            public_names.replace(getattr(one, name), widened(getattr(one, name)))
for kind in {type(tf.Variable), type(v1.Variable)} - {type}:
    make = kind.__call__
    kind.__call__ = lambda cls, *args, _make=make, **options: _make(
        cls, *map(wide, args), **{name: wide(value) for name, value in options.items()}
    )
keras = getattr(tf, "keras", None)
if keras is not None:
    layer = keras.layers.Layer
    layer.__init__ = widened(layer.__init__)
    if hasattr(keras.backend, "set_floatx"):
        public_names.replace(keras.backend.set_floatx, widened(keras.backend.set_floatx))
    spaces = (
        getattr(keras, "mixed_precision", None),
        getattr(getattr(keras, "mixed_precision", None), "experimental", None),
    )
    for space in filter(None, spaces):
        for name in ("set_global_policy", "set_policy", "set_dtype_policy"):
            if hasattr(space, name):
                public_names.replace(getattr(space, name), widened(getattr(space, name)))
    config = getattr(keras, "config", None)
    if hasattr(config, "set_dtype_policy"):
        public_names.replace(config.set_dtype_policy, widened(config.set_dtype_policy))
