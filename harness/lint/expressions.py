"""What single expressions say: the arguments of a call, and whether something is asked for before it is used."""

import ast

from harness.lint.names import tensorflow_name
from harness.symbols.signature import Call

_ASKS = ("hasattr", "getattr", "__version__", "VERSION", "version", "executing_eagerly", "Version", "parse_version")
_MISSING = ("ImportError", "ModuleNotFoundError", "AttributeError", "Exception", "NameError")


def call_of(node: ast.Call) -> Call:
    """Give the arguments of a call as its text shows them."""
    starred = [isinstance(each, ast.Starred) for each in node.args]
    names = tuple(word.arg for word in node.keywords if word.arg is not None)
    return Call(
        starred.index(True) if True in starred else len(starred),
        names,
        open_positional=any(starred),
        open_keywords=any(word.arg is None for word in node.keywords),
    )


def asks(test: ast.expr) -> bool:
    """Whether a condition asks which release there is, or whether something is there."""
    words = {node.id for node in ast.walk(test) if isinstance(node, ast.Name)}
    words |= {node.attr for node in ast.walk(test) if isinstance(node, ast.Attribute)}
    return not words.isdisjoint(_ASKS)


def imported_by_call(node: ast.Call) -> str | None:
    """Give ``tf.contrib`` for ``importlib.import_module("tensorflow.contrib")``, None for another call."""
    function = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    first = node.args[0] if node.args else None
    if function not in ("import_module", "__import__") or not isinstance(first, ast.Constant):
        return None
    return tensorflow_name(first.value) if isinstance(first.value, str) else None


def catches_imports_alone(handler: ast.ExceptHandler) -> bool:
    """Whether a handler is for imports that fail and for nothing else."""
    if handler.type is None:
        return False
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names) and names <= {"ImportError", "ModuleNotFoundError"}


def catches_missing(handler: ast.ExceptHandler) -> bool:
    """Whether a handler is for what is missing."""
    if handler.type is None:
        return True
    return any(isinstance(node, ast.Name) and node.id in _MISSING for node in ast.walk(handler.type))
