"""Arrays of floats that a script computes with are moved on their way in: to Keras' models, ``tf.data``, constants.

Whole numbers stay, and so do lone numbers, which are settings: only what has elements is data.
"""

import functools
import re
import sys

import numpy

from _harness_preludes.perturbing.values import is_floating
from _harness_preludes.scripts import imports

_TOPS = ("tensorflow", "keras", "tf_keras")
_METHODS = ("fit", "train_on_batch", "evaluate", "test_on_batch", "predict", "predict_on_batch")
# The names by which scripts reach TensorFlow; what lies below python/ is its own alone.
_PUBLIC = re.compile(r"(tensorflow|tensorflow_core)((\._api|\.compat)(\..*)?)?$")


def install(mover):
    """Have what is given to these moved; Keras where it is imported."""
    run = _Run(mover)
    imports.watch(
        [
            (".engine.training", _TOPS, "", "patch_model"),
            (".backend.tensorflow.trainer", _TOPS, "", "patch_trainer"),
            (".data.ops.dataset_ops", _TOPS, "", "patch_datasets"),
        ],
        {},
        run,
    )
    for name in ("constant", "convert_to_tensor"):
        _patch_public(name, mover)


class _Run(object):
    """Takes modules as they are imported."""

    def __init__(self, mover):
        self.mover = mover

    def part(self, name):
        return self

    def patch_model(self, module, run):
        self._patch_methods(getattr(module, "Model", None))

    def patch_trainer(self, module, run):
        self._patch_methods(getattr(module, "TensorFlowTrainer", None))

    def _patch_methods(self, kind):
        for name in _METHODS:
            if name in vars(kind or object):
                setattr(kind, name, _method(getattr(kind, name), self.mover))

    def patch_datasets(self, module, run):
        for kind in {getattr(module, name, None) for name in ("Dataset", "DatasetV1", "DatasetV2")} - {None}:
            for name in ("from_tensor_slices", "from_tensors"):
                if isinstance(vars(kind).get(name), staticmethod):
                    setattr(kind, name, staticmethod(_taking(getattr(kind, name), self.mover, _as_they_are)))


def _method(method, mover):
    @functools.wraps(method)
    def moved(model, x=None, y=None, *args, **options):
        to = _as_keras_has_them(model)
        # Left out where the script leaves it out: some methods have no y.
        more = () if y is None and not args else (_moved(y, mover, to),)
        return method(model, _moved(x, mover, to), *(more + args), **options)

    return moved


def _taking(function, mover, to):
    @functools.wraps(function)
    def moved(value, *args, **options):
        return function(_moved(value, mover, to), *args, **options)

    return moved


def _patch_public(name, mover):
    original = getattr(sys.modules["tensorflow"], name, None)
    if original is None:
        return
    for path, module in list(sys.modules.items()):
        inner = getattr(module, "_tfmw_wrapped_module", module)
        if _PUBLIC.match(path) and inner is not None and vars(inner).get(name) is not None:
            own = _taking(vars(inner)[name], mover, _as_they_are)
            for each in {id(inner): inner, id(module): module}.values():
                setattr(each, name, own)


def _as_they_are(array):
    return array


def _as_keras_has_them(model):
    """Keras casts what it is given to its own floats: a move of a float64 would be lost."""
    dtype = getattr(model, "compute_dtype", None) or "float32"
    return lambda array: array if dtype == "float64" else array.astype(numpy.float32)


def _moved(value, mover, to):
    """An array of floats, moved, and what is in lists, tuples and dicts; all else as it is."""
    if type(value) in (list, tuple) and any(isinstance(each, (numpy.ndarray, dict, tuple)) for each in value):
        return type(value)(_moved(each, mover, to) for each in value)
    if type(value) is dict:
        return {key: _moved(each, mover, to) for key, each in value.items()}
    if not isinstance(value, numpy.ndarray) or value.ndim == 0 or value.size < 2 or not is_floating(value.dtype):
        return value
    return mover.moved(to(value), keep_whole=True).astype(value.dtype)
