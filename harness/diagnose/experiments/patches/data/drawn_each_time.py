"""Draws of NumPy and Python inside a traced function made anew in every call of it: by tf.numpy_function.

What comes out is a tensor of float32 or int32, for that is what Python's numbers become beside tensors."""

import copy
import random

import numpy
import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.behaviours import numpy_draws


def states(draw):
    """What gives back the state of the generator that this draws from."""
    owner = getattr(draw, "__self__", None)
    if hasattr(owner, "bit_generator"):
        state = copy.deepcopy(owner.bit_generator.state)
        return lambda: setattr(owner.bit_generator, "state", state)
    if hasattr(owner, "get_state"):
        state = owner.get_state()
        return lambda: owner.set_state(state)
    python, shared = random.getstate(), numpy.random.get_state()
    return lambda: (random.setstate(python), numpy.random.set_state(shared))


def draw_later(name, draw, args, options):
    if not numpy_draws.is_traced():
        return draw(*args, **options)
    if name.endswith((".shuffle", ".choice", ".choices", ".sample")) and name.startswith("random."):
        raise RuntimeError("%s gives no tensor" % name)
    if name.endswith(".shuffle"):
        raise RuntimeError("%s gives no tensor" % name)
    restore = states(draw)
    first = numpy.asarray(draw(*args, **options))
    restore()
    dtype = numpy.float32 if first.dtype.kind == "f" else numpy.int32 if first.dtype.kind == "i" else first.dtype
    call = getattr(tf, "numpy_function", None) or v1.py_func
    drawn = call(lambda: numpy.asarray(draw(*args, **options)).astype(dtype), [], tf.as_dtype(dtype))
    drawn.set_shape(first.shape)
    return drawn


# What scripts ask an array for before it meets a tensor.
tf.Tensor.astype = lambda self, dtype: tf.cast(self, tf.as_dtype(dtype))
tf.Tensor.reshape = lambda self, *shape: tf.reshape(self, shape[0] if len(shape) == 1 else shape)
numpy_draws.wrap(draw_later)
