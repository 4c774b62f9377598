"""The public names of TensorFlow, breadth first: the shortest name of an object is its own, others are aliases."""

import importlib
import importlib.util
import inspect
import types
from collections import deque

from deprecation import deprecations
from signatures import shown, signature_of

# What lies behind these is no public name: the implementation, other people's modules, futures of the language.
_NOT_PUBLIC = ("python", "core", "compiler", "tools", "examples", "pywrap_tensorflow", "security", "tsl")
# `tf.compat.v1.compat.v2.compat.v1` and so on for ever; `tf.compat.v2` is what `tf` is in TensorFlow 2.
_TWICE = ("compat",)
_LEFT_OUT = ("tf.compat.v2", "tf.compat.forward_compatible", "tf.keras.api", "tf.keras.src", "tf.compat.v1.keras.api")
# Keras first: of `tf.losses.Hinge` and `tf.keras.losses.Hinge` the second is the name that people know.
_EARLY = ("keras",)
_LATE = ("compat", "contrib", "raw_ops")
_OWN = ("tensorflow", "keras", "tf_keras", "tensorflow_estimator", "tensorboard")
_CALLED = "__call__"


def walk(tensorflow):
    """Give a dict of names to what each is: a list ``[kind, signature or value, deprecation, bases]``."""
    found = {}
    names = {}
    classes = []
    waiting = deque([("tf", tensorflow)])
    seen = {id(tensorflow): "tf"}
    late = deque()
    early = deque()
    while early or waiting or late:
        name, module = (early or waiting or late).popleft()
        for word, value in members_of(module, name):
            path = "{}.{}".format(name, word)
            if path in _LEFT_OUT:
                continue
            if isinstance(value, types.ModuleType):
                if not _is_own(value) or (word in _TWICE and word in name.split(".")):
                    continue
                if id(value) in seen:
                    found[path] = ["alias", seen[id(value)], "", []]
                    continue
                seen[id(value)] = path
                found[path] = ["module", "", "", []]
                if word in _EARLY or name.startswith("tf.keras"):
                    early.append((path, value))
                else:
                    (late if word in _LATE else waiting).append((path, value))
            else:
                try:
                    found[path] = _entry(path, value, names, classes)
                except Exception:
                    found[path] = ["constant", "", "", []]
    for path in _beside():
        found[path] = ["module", "", "", []]
    for path, value in classes:
        found[path][3] = [names[id(base)] for base in value.__mro__[1:] if id(base) in names]
        for word, entry in _members(value, names):
            found["{}.{}".format(path, word)] = entry
    return found


def _beside():
    """Modules that scripts import and no other module has as a member: the tutorials' readers of data."""
    for word in ("", ".mnist", ".mnist.input_data"):
        name = "tensorflow.examples.tutorials" + word
        try:
            if importlib.util.find_spec(name) is None:
                return
        except ImportError:
            return
        yield "tf" + name[len("tensorflow") :]


def members_of(module, name):
    """Give the names of a module that are public, with their values, sorted; what cannot be loaded is left out."""
    try:
        words = sorted(set(dir(module)))
    except Exception:
        return
    for word in words:
        if word.startswith("_") or word in _NOT_PUBLIC:
            continue
        try:
            # In 1.0 and 1.1 it is an object that loads it at the first look at a member.
            value = importlib.import_module("tensorflow.contrib") if word == "contrib" else getattr(module, word)
        except Exception:
            continue
        try:
            if not _is_other(value, module, name):
                yield word, value
        except Exception:
            # An object may raise whatever it likes when it is asked for an attribute.
            continue


def _is_other(value, module, name):
    """Whether a member is not the module's own business."""
    if type(value).__module__ == "__future__" or _is_leftover(value, module, name):
        return True
    return not isinstance(value, types.ModuleType) and _is_foreign(value)


def _entry(path, value, names, classes):
    """What a name stands for; of an object that has a name already, that name."""
    if inspect.isclass(value):
        if id(value) in names:
            return ["alias", names[id(value)], "", []]
        names[id(value)] = path
        classes.append((path, value))
        return ["class", signature_of(value), deprecations(value), []]
    if callable(value) and not _is_constant(value):
        if id(value) in names:
            return ["alias", names[id(value)], "", []]
        names[id(value)] = path
        return ["function", signature_of(value), deprecations(value), []]
    return ["constant", shown(value), "", []]


def _members(cls, names):
    """The methods and properties of a class that no public base of it has as they are."""
    public = [base for base in cls.__mro__[1:] if id(base) in names]
    for word in sorted(set(dir(cls))):
        if word.startswith("_") and word != _CALLED:
            continue
        try:
            value = inspect.getattr_static(cls, word)
        except AttributeError:
            continue
        if _is_inherited(word, value, public) or not _is_of_ours(cls, word):
            continue
        if isinstance(value, property):
            yield word, ["property", "", deprecations(value.fget) if value.fget else "", []]
            continue
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__ if isinstance(value, classmethod) else value.__get__(None, cls)
            bound = isinstance(inspect.getattr_static(cls, word), classmethod)
            yield word, ["classmethod", signature_of(value, bound=bound), deprecations(value), []]
        elif callable(value) and not inspect.isclass(value):
            yield word, ["method", signature_of(value, bound=True), deprecations(value), []]
        else:
            yield word, ["attribute", "", "", []]


def _is_inherited(word, value, public):
    for base in public:
        try:
            return inspect.getattr_static(base, word) is value
        except AttributeError:
            continue
    return False


def _is_of_ours(cls, word):
    """Whether the class that a member comes from is TensorFlow's: nobody looks for the methods of `dict` here."""
    for base in cls.__mro__:
        if word in vars(base):
            return _own_name(getattr(base, "__module__", "") or "")
    return True


def _is_own(module):
    return _own_name(_name_of(module))


def _name_of(module):
    """The module's name; the lazy ones of TensorFlow 2.16 and later have none where Keras 3 has nothing to load."""
    try:
        return module.__name__
    except AttributeError:
        return "tensorflow"


def _own_name(name):
    return name.partition(".")[0] in _OWN or "tensorflow" in name.partition(".")[0]


def _is_foreign(value):
    """Whether this is a function or class of somebody else's, which a module of TensorFlow has only imported."""
    if not (inspect.isclass(value) or inspect.isroutine(value)):
        return False
    name = getattr(value, "__module__", None) or ""
    # Messages of protocol buffers, and what is compiled, tell other modules.
    return name.partition(".")[0] in ("abc", "typing", "collections", "six", "numpy", "functools", "contextlib")


def _is_leftover(value, module, name):
    """Whether a file of `tf.contrib` has only imported this: it tidies its packages, not each of its files."""
    if not name.startswith("tf.contrib"):
        return False
    if isinstance(value, types.ModuleType):
        # `tensorflow_core.contrib.slim` in 1.15.
        return _name_of(value).split(".")[1:2] != ["contrib"]
    if hasattr(module, "__path__") or hasattr(module, "__all__"):
        return False
    # `tf.contrib.eager` is a file further down, which gathers what it shows.
    if name.count(".") == 2 and not _name_of(module).endswith(name[len("tf") :]):
        return False
    return getattr(value, "__module__", _name_of(module)) != _name_of(module)


def _is_constant(value):
    return type(value).__name__ == "DType" or isinstance(value, (str, int, float))
