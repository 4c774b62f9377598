"""What comes into the script's computation is scaled and shifted: arrays of floats (of images, of integers as well)
whose trailing shape is ``CHANGE["shape"]``, or that a Session is fed by ``CHANGE["names"]``. With ``CHANGE["how"]``
they are laid out otherwise instead, row by row, integers of any shape as well: axes in another ``order``, ``turned``
round along some, ``padded`` at the other end, ``columns`` in another order."""

import functools
import threading

import numpy
import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow.python.client import session

from _harness_preludes.scripts import public_names

SHAPE, NAMES = tuple(CHANGE["shape"]), frozenset(CHANGE["names"])
SCALE, SHIFT = (numpy.squeeze(numpy.asarray(CHANGE.get(name, 1.0), numpy.float64)) for name in ("scale", "shift"))
HOW = CHANGE.get("how")
# An integer that was scaled in float32 comes back as one.
_NEAR = 1e-6
_inside = threading.local()


def is_input(value):
    if not isinstance(value, (numpy.ndarray, list)):
        return False
    array = numpy.asarray(value)
    is_number = array.dtype.kind == "f" or (array.dtype.kind in "iu" and array.ndim > (1 if HOW else 2))
    return is_number and array.ndim > 0 and array.shape[1:] == SHAPE


def laid_out(array):
    if "order" in HOW:
        return numpy.ascontiguousarray(array.transpose([0] + HOW["order"]))
    if "turned" in HOW:
        return numpy.ascontiguousarray(array[tuple(part(axis) for axis in range(array.ndim))])
    if "columns" in HOW:
        return array[..., HOW["columns"]]
    made = numpy.zeros_like(array)
    for row, new in zip(array, made):
        used = numpy.flatnonzero(row.reshape(len(row), -1).any(axis=1))
        if len(used):
            kept = row[used[0] : used[-1] + 1]
            at = 0 if HOW["padded"] == "end" else len(row) - len(kept)
            new[at : at + len(kept)] = kept
    return made


def part(axis):
    return slice(None, None, -1) if axis in HOW["turned"] else slice(None)


def scaled(value):
    array = numpy.asarray(value)
    if HOW:
        return laid_out(array)
    new = array.astype(numpy.float64) * SCALE + SHIFT
    whole = numpy.rint(new)
    new = numpy.where(numpy.abs(new - whole) <= _NEAR * numpy.maximum(1.0, numpy.abs(new)), whole, new)
    return new.astype(array.dtype if array.dtype.kind == "f" else numpy.float32)


def fed(run):
    @functools.wraps(run)
    def ran(self, fetches, feed_dict=None, *args, **options):
        if feed_dict:
            feed_dict = {key: scaled(value) if is_fed(key, value) else value for key, value in feed_dict.items()}
        return run(self, fetches, feed_dict, *args, **options)

    return ran


def is_fed(key, value):
    if NAMES:
        return getattr(key, "name", key) in NAMES
    return is_input(value)


def taken(function, at):
    """A function or a method whose argument at this place may be an input."""

    @functools.wraps(function)
    def called(*args, **named):
        if getattr(_inside, "one", False) or len(args) <= at or not is_input(args[at]):
            return function(*args, **named)
        _inside.one = True  # which hands on to others what is scaled already
        try:
            return function(*(args[:at] + (scaled(args[at]),) + args[at + 1 :]), **named)
        finally:
            _inside.one = False

    return called


def of_data_set(begin):
    @functools.wraps(begin)
    def begun(self, *args, **named):
        return begin(self.map(of_element), *args, **named)

    return begun


def of_element(*parts):
    parts = tuple(map(of_part, parts))
    return parts if len(parts) > 1 else parts[0]


def of_part(part):
    if not hasattr(part, "shape") or part.shape.ndims in (None, 0) or not (part.dtype.is_floating or HOW):
        return part
    if tuple(part.shape.as_list()[1:]) != SHAPE:
        return part
    if HOW:
        made = v1.py_func(laid_out, [part], part.dtype, stateful=False)
        if "order" not in HOW:
            made.set_shape(part.shape)
        return made
    return part * tf.constant(SCALE, part.dtype) + tf.constant(SHIFT, part.dtype)


session.BaseSession.run = fed(session.BaseSession.run)
if not NAMES:
    for name in ("constant", "convert_to_tensor", "matmul"):
        public_names.replace(getattr(tf, name), taken(getattr(tf, name), 0))
    kinds = [v1.data.Dataset] if hasattr(v1, "data") else []
    for owner in {each for kind in kinds + [tf.data.Dataset] for each in kind.__mro__} if kinds else ():
        for name in ("__iter__", "make_one_shot_iterator", "make_initializable_iterator"):
            if name in vars(owner) and owner.__module__.startswith("tensorflow"):
                setattr(owner, name, of_data_set(vars(owner)[name]))
    if hasattr(tf, "keras"):
        owner = next(each for each in tf.keras.layers.Layer.__mro__ if "__call__" in vars(each))
        owner.__call__ = taken(owner.__call__, 1)
        for name in ("fit", "train_on_batch", "evaluate", "predict"):
            owner = next(each for each in tf.keras.Model.__mro__ if name in vars(each))
            setattr(owner, name, taken(vars(owner)[name], 1))
