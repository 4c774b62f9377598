"""Parameters as text, without annotations: `(x, keep_prob=None, *, seed=1)`, the same in every Python."""

import inspect
import re

_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+|<object object>")
_LONGEST = 60


def signature_of(value, bound=False):
    """Give the parameters of a function, of a class's construction, or (without the first) of a method; empty where
    they cannot be known."""
    if inspect.isclass(value):
        return _of_class(value)
    signature = _signature(value)
    return _text(signature, bound) if signature is not None else ""


def shown(value):
    """Give a default or a constant as text."""
    kind = type(value).__name__
    if value is None or isinstance(value, (bool, int, float, str, bytes)):
        text = repr(value)
        if kind not in ("bool", "int", "float", "str", "bytes", "NoneType"):
            text = getattr(value, "name", None) and "{}.{}".format(kind, value.name) or repr(value)
    elif kind == "DType":
        text = "tf." + value.name
    elif inspect.isclass(value) or inspect.isroutine(value):
        text = "<{}>".format(getattr(value, "__name__", kind))
    elif isinstance(value, (tuple, list)):
        inside = ", ".join(shown(each) for each in value)
        text = "[{}]".format(inside) if isinstance(value, list) else "({})".format(inside)
    elif isinstance(value, dict) and not value:
        text = "{}"
    elif hasattr(value, "name") and hasattr(value, "value"):
        text = "{}.{}".format(kind, value.name)
    else:
        text = "<{}>".format(kind)
    text = _ADDRESS.sub("", text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "..."


def _of_class(cls):
    for word in ("__init__", "__new__"):
        made = getattr(cls, word, None)
        if made is None or made is getattr(object, word, None) or type(made).__name__ == "wrapper_descriptor":
            continue
        signature = _signature(made)
        if signature is not None:
            return _text(signature, True)
    return ""


def _signature(value):
    """The parameters behind all decorators; TensorFlow's own keep what they show in `decorator_argspec`."""
    while True:
        decorator = getattr(value, "_tf_decorator", None)
        if decorator is None:
            break
        spec = getattr(decorator, "decorator_argspec", None)
        if spec is not None:
            return _of_spec(spec)
        target = getattr(decorator, "decorated_target", None)
        if target is None or target is value:
            break
        value = target
    try:
        return inspect.signature(value)
    except (TypeError, ValueError):
        return None


def _of_spec(spec):
    parameter = inspect.Parameter
    defaults = list(spec.defaults or ())
    first = len(spec.args) - len(defaults)
    found = []
    for place, name in enumerate(spec.args):
        default = defaults[place - first] if place >= first else parameter.empty
        found.append(parameter(name, parameter.POSITIONAL_OR_KEYWORD, default=default))
    if spec.varargs:
        found.append(parameter(spec.varargs, parameter.VAR_POSITIONAL))
    for name in getattr(spec, "kwonlyargs", ()) or ():
        default = (getattr(spec, "kwonlydefaults", None) or {}).get(name, parameter.empty)
        found.append(parameter(name, parameter.KEYWORD_ONLY, default=default))
    keywords = getattr(spec, "varkw", None) or getattr(spec, "keywords", None)
    if keywords:
        found.append(parameter(keywords, parameter.VAR_KEYWORD))
    try:
        return inspect.Signature(found)
    except ValueError:
        return None


def _text(signature, bound):
    parameters = list(signature.parameters.values())
    if bound and parameters and parameters[0].kind in (0, 1):
        parameters = parameters[1:]
    parts = []
    starred = False
    positional = [each for each in parameters if each.kind == inspect.Parameter.POSITIONAL_ONLY]
    for each in parameters:
        text = each.name
        if each.kind == inspect.Parameter.VAR_POSITIONAL:
            text, starred = "*" + text, True
        elif each.kind == inspect.Parameter.VAR_KEYWORD:
            text = "**" + text
        elif each.kind == inspect.Parameter.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        if each.default is not inspect.Parameter.empty:
            text += "=" + shown(each.default)
        parts.append(text)
        if positional and each is positional[-1]:
            parts.append("/")
    return "({})".format(", ".join(parts))
