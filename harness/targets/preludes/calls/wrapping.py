"""Public functions and classes, each with something around it that looks at its calls and may change arguments."""

import functools
import inspect
import re
import sys
import threading

import tensorflow as tf

from _harness_preludes.scripts import public_names

_TENSORFLOW = re.compile(r"(tensorflow|tensorflow_core|tensorflow_estimator|keras|tf_keras)(\.|$)")
_BETWEEN = re.compile(r"(tensorflow|tensorflow_core)\.python\.autograph\.|_harness_")
_state = threading.local()


class Call(object):
    """A call as it is made: its ``symbol`` and ``row``, the ``callee``, its ``arguments`` by name, defaults among them,
    the names of those that were ``given``, and the ``line`` of the script, None where none of its lines made it."""

    def __init__(self, symbol, row, callee, arguments, given, line):
        self.symbol, self.row, self.callee = symbol, row, callee
        self.arguments, self.given, self.line = arguments, given, line


def wrap_all(rows, script, look, most=None):
    """Have ``look(call)`` see every call that the script makes of what the rows name, before it is made; it may give a
    dict of other arguments, or a function that is called instead, with the original before the arguments. Of what does
    not exist in this release, or is not loaded, there is nothing to see. Of the calls that one line makes of one thing,
    the first ``most`` are looked at, all by default."""
    found, classes = {}, set()
    with_keras = keras_is_loaded()  # once: it looks through thousands of modules
    for row in rows:
        for symbol in row.symbols:
            for path in _paths(symbol):
                target = find(path, with_keras)
                if target is None:
                    continue
                if inspect.isclass(target):
                    if target not in classes:
                        classes.add(target)
                        target.__init__ = _wrapped(target.__init__, target, path, row, script, look, most)
                elif id(target) not in found and callable(target):
                    found[id(target)] = (target, _wrapped(target, target, path, row, script, look, most))
    public_names.replace_all(found, public_names.public_modules() + public_names.contrib_modules())


def _paths(symbol):
    """The paths by which scripts reach a symbol. tf.contrib has no other: to look for it elsewhere would load it."""
    return (symbol,) if symbol.startswith("tf.contrib.") else (symbol, symbol.replace("tf.", "tf.compat.v1.", 1))


def find(path, with_keras):
    """Give what a public path names, None for what is not there; nothing is loaded for it, and so nothing of Keras is
    looked for unless ``with_keras`` says that it is there."""
    parts = path.split(".")[1:]
    if parts[0] == "contrib":
        names = ("tensorflow.contrib." + parts[1], "tensorflow_core.contrib." + parts[1])
        thing = next((sys.modules[name] for name in names if name in sys.modules), None)
        return getattr(thing, parts[2], None) if thing is not None else None
    if "keras" in parts and not with_keras:
        return None
    thing = tf
    for part in parts:
        thing = getattr(public_names.unwrapped(thing), part, None)
        if thing is None:
            return None
    return thing


def keras_is_loaded():
    """Whether there is anything of Keras yet."""
    return any(re.match(r"(keras|tensorflow(_core)?\.python\.keras)(\.|$)", name) for name in list(sys.modules))


def around(method, symbol, row, script, look, most=None):
    """Give a method of a class with ``look(call)`` around it; the object that it is called of is among the arguments as
    ``self``."""
    return _wrapped(method, method, symbol, row, script, look, most)


def _wrapped(original, callee, symbol, row, script, look, most):
    try:
        signature = inspect.signature(original)
    except (TypeError, ValueError):
        return original
    is_class = inspect.isclass(callee)
    looks = {}

    @functools.wraps(original)
    def call(*args, **named):
        if getattr(_state, "busy", False) or (is_class and row.anywhere and type(args[0]) is not callee):
            return original(*args, **named)
        line = line_of(sys._getframe(1), script, row.anywhere)
        if line is NOT_THE_SCRIPT or (most is not None and looks.get(line, 0) >= most):
            return original(*args, **named)
        looks[line] = looks.get(line, 0) + 1
        try:
            made = _bound(signature, args, named, is_class, symbol, row, callee, line)
        except TypeError:
            return original(*args, **named)  # which says what is wrong with them
        _state.busy = True
        try:
            other = look(made)
        finally:
            _state.busy = False
        if callable(other):
            return other(original, *args, **named)
        if other:
            args, named = with_arguments(signature, args, named, other)
        return original(*args, **named)

    call.__signature__ = signature
    return call


def _bound(signature, args, named, is_class, symbol, row, callee, line):
    scoped = _of_arg_scope(callee)
    bound = signature.bind_partial(*args, **named) if scoped else signature.bind(*args, **named)
    given = dict(scoped, **_flat(signature, bound.arguments))
    arguments = {
        name: parameter.default
        for name, parameter in signature.parameters.items()
        if parameter.default is not parameter.empty
    }
    arguments.update(given)
    if is_class:
        arguments.pop("self", None)
        given.pop("self", None)
    return Call(symbol, row, callee, arguments, sorted(given), line)


def _flat(signature, arguments):
    """The arguments, those by name that the signature does not know among them."""
    found = {}
    for name, value in arguments.items():
        kind = signature.parameters[name].kind
        if kind is inspect.Parameter.VAR_KEYWORD:
            found.update(value)
        elif kind is not inspect.Parameter.VAR_POSITIONAL:
            found[name] = value
    return found


def _of_arg_scope(callee):
    """The arguments that an arg_scope of tf.contrib gives this function now."""
    key = getattr(callee, "_key_op", None)
    scopes = sys.modules.get("tensorflow.contrib.framework.python.ops.arg_scope") if key is not None else None
    current = getattr(scopes, "current_arg_scope", None) or getattr(scopes, "_current_arg_scope", None)
    return dict(current().get(key, {})) if current is not None else {}


def with_arguments(signature, args, named, other):
    """Give the arguments of a call with others in the place of some, without those that are ``LEFT_OUT``."""
    named = dict(named)
    args = list(args)
    places = list(signature.parameters)
    for name, value in other.items():
        at = places.index(name) if name in places else len(args)
        if at < len(args):
            args[at] = signature.parameters[name].default if value is LEFT_OUT else value
        elif value is LEFT_OUT:
            named.pop(name, None)
        else:
            named[name] = value
    return args, named


class _Mark(object):
    pass


LEFT_OUT, NOT_THE_SCRIPT = _Mark(), _Mark()


def line_of(frame, script, anywhere):
    """Give the line of the script that made a call; ``NOT_THE_SCRIPT`` for a call of TensorFlow's own."""
    while frame is not None and _BETWEEN.match(_module(frame)):
        frame = frame.f_back
    if frame is None or (_TENSORFLOW.match(_module(frame)) and not anywhere):
        return NOT_THE_SCRIPT
    while frame is not None:
        if frame.f_code.co_filename == script:
            return frame.f_lineno
        frame = frame.f_back
    return None


def _module(frame):
    return frame.f_globals.get("__name__") or ""
