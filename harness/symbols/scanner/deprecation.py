"""What a docstring says is deprecated: TensorFlow's decorators write it there, in one form since 1.0."""

import re

_WHOLE = re.compile(r"(?:THIS FUNCTION IS DEPRECATED|THIS CLASS IS DEPRECATED|IS DEPRECATED\. It will be)", re.I)
_ARGUMENTS = re.compile(r"SOME ARGUMENTS ARE DEPRECATED: `?\(?([^`)]*)\)?`?\.", re.I)
_UNNAMED = re.compile(r"SOME ARGUMENTS ARE DEPRECATED\.", re.I)
# What the decorator `deprecated_args` calls the arguments in its closure.
_NAMES = "deprecated_arg_names"
_DEEPEST = 10
_VALUES = re.compile(r"SOME ARGUMENT VALUES ARE DEPRECATED: `?\(?([^`)]*)\)?`?\.", re.I)
_ADVICE = re.compile(r"Instructions for updating:\s*\n(.*?)(?:\n\s*\n|\Z)", re.S)
_LONGEST = 300


def deprecations(value):
    """Give `all: advice`, `keep_dims: advice` or nothing, parts divided by a line break."""
    text = getattr(value, "__doc__", None)
    if not isinstance(text, str) or "DEPRECATED" not in text:
        return ""
    advice = _ADVICE.search(text)
    said = " ".join(advice.group(1).split())[:_LONGEST] if advice else ""
    found = []
    if _WHOLE.search(text):
        found.append("all: " + said)
    for pattern in (_ARGUMENTS, _VALUES):
        names = pattern.search(text)
        if names:
            found.append("{}: {}".format(names.group(1).replace(" ", ""), said))
    if _UNNAMED.search(text):
        # Up to 1.12 the docstring does not say which.
        found.append("{}: {}".format(",".join(_names_in_closures(value)) or "arguments", said))
    return "\n".join(found)


def _names_in_closures(value):
    """The arguments that decorators around a function hold as deprecated."""
    for _ in range(_DEEPEST):
        code, cells = getattr(value, "__code__", None), getattr(value, "__closure__", None)
        if code is not None and cells and _NAMES in code.co_freevars:
            names = cells[code.co_freevars.index(_NAMES)].cell_contents
            return sorted(names)
        decorator = getattr(value, "_tf_decorator", None)
        value = getattr(decorator, "decorated_target", None) or getattr(value, "__wrapped__", None)
        if value is None:
            break
    return []
