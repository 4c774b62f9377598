"""Keras' layers, where Keras is loaded: the classes below its Layer, and what they do, wrapped."""

import functools
import importlib
import inspect
import io
import sys

_BASES = (
    "keras.src.layers.layer",
    "keras.src.engine.base_layer",
    "keras.engine.base_layer",
    "tensorflow.python.keras.engine.base_layer",
    "tensorflow.python.keras._impl.keras.engine.topology",
    "tensorflow.python.keras._impl.keras.engine.base_layer",
    "tensorflow.python.layers.base",
)


def classes():
    """Give all classes of layers that there are, each once, the base classes first. Keras is loaded for it where the
    script names it, as it would be later."""
    load()
    found = []
    # What a script for TF1 finds as layers in TF2 is only loaded when it makes the first one.
    later = [name + "_v1" for name in _BASES if name.endswith("base_layer") and name in sys.modules]
    for name in _BASES + tuple(filter(_is_there, later)):
        kind = getattr(sys.modules.get(name), "Layer", None)
        if isinstance(kind, type):
            _gather(kind, found)
    return found


def _is_there(name):
    try:
        return importlib.import_module(name) is not None
    except ImportError:
        return False


def load():
    """Load Keras where the script's text names it: TensorFlow puts that off until it is asked for."""
    try:
        with io.open(sys.argv[0], encoding="utf-8", errors="replace") as file:
            named = "keras" in file.read()
    except (IOError, OSError):
        return
    keras = getattr(sys.modules.get("tensorflow"), "keras", None) if named else None
    getattr(keras, "layers", None)


def _gather(kind, found):
    if kind not in found:
        found.append(kind)
        for below in kind.__subclasses__():
            _gather(below, found)


def wrap(kind, name, around):
    """Have ``around(method, layer, args, options)`` stand for a method that the class itself has; Keras, which reads
    signatures, finds its own."""
    if name not in vars(kind):
        return
    method = vars(kind)[name]
    if isinstance(method, property):
        setattr(kind, name, property(_wrapped(method.fget, around), method.fset, method.fdel, method.__doc__))
    elif inspect.isfunction(method):
        setattr(kind, name, _wrapped(method, around))


def _wrapped(method, around):
    @functools.wraps(method)
    def called(self, *args, **options):
        return around(method, self, args, options)

    called.__signature__ = inspect.signature(method)
    return called


def is_recorded():
    """Whether a GradientTape records what runs now."""
    try:
        from tensorflow.python import pywrap_tfe
    except ImportError:
        return False
    return not pywrap_tfe.TFE_Py_TapeSetIsEmpty()
