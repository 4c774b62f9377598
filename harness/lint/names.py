"""What a name in a script stands for: a symbol of TensorFlow by one of its names, or an object of one class of it."""

import ast
from dataclasses import dataclass
from functools import cache

_PACKAGE = "tensorflow"


@dataclass(frozen=True)
class Ref:
    """What a name may stand for: dotted names of TensorFlow, of which the script has whichever loads (several where an
    import is tried and another one takes its place); for an ``instance`` they are those of its class. A ``guarded``
    one is only had where something has been asked first."""

    names: tuple[str, ...]
    instance: bool = False
    guarded: bool = False


def tensorflow_name(module: str) -> str | None:
    """Give ``tf.contrib.slim`` for ``tensorflow.contrib.slim``, None for a module of another package."""
    if module in (_PACKAGE, f"{_PACKAGE}.compat.v2"):
        return "tf"
    return f"tf.{module.removeprefix(_PACKAGE + '.')}" if module.startswith(f"{_PACKAGE}.") else None


@cache
def is_private(name: str) -> bool:
    """Whether a name is of TensorFlow's implementation, of which no release promises anything."""
    return name.split(".")[1:2] in (["python"], ["core"], ["compiler"]) or any(
        word.startswith("_") and not word.startswith("__") for word in name.split(".")
    )


def imported(statement: ast.Import | ast.ImportFrom) -> dict[str, Ref]:
    """Give the names of TensorFlow that an import binds."""
    found = {}
    if isinstance(statement, ast.Import):
        for alias in statement.names:
            name = tensorflow_name(alias.name)
            if name is not None:
                # `import tensorflow.contrib.slim` binds `tensorflow`.
                found[alias.asname or _PACKAGE] = Ref((name if alias.asname else "tf",))
    elif statement.module and not statement.level:
        above = tensorflow_name(statement.module)
        if above is not None:
            for alias in statement.names:
                if alias.name != "*":
                    name = tensorflow_name(f"{statement.module}.{alias.name}") or f"{above}.{alias.name}"
                    found[alias.asname or alias.name] = Ref((name,))
    return found


def dotted(node: ast.expr) -> str | None:
    """Give ``self.optimizer`` for such an expression, None for one that is no dotted name."""
    words = []
    while isinstance(node, ast.Attribute):
        words.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    return ".".join([node.id, *reversed(words)])


def joined(one: Ref | None, other: Ref | None) -> Ref | None:
    """Give what a name stands for that two branches bind differently."""
    if one is None or other is None:
        return one or other
    if one.instance != other.instance:
        return other
    names = tuple(dict.fromkeys([*one.names, *other.names]))
    return Ref(names, one.instance, one.guarded or other.guarded)
