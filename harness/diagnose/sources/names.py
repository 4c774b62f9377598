"""Names in a script: what its imports and short names stand for."""

import ast
from collections import Counter
from collections.abc import Mapping


def aliases_of(tree: ast.AST) -> Mapping[str, str]:
    """Give what each imported name stands for: ``tensorflow.compat.v1`` for ``tf``.

    A name that is set to another dotted name stands for that: ``layers = tf.layers``.

    Scopes are not told apart: a script that gives a module's name to something else within a function is rare.
    """
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                first = name.name.partition(".")[0]
                aliases[name.asname or first] = name.name if name.asname else first
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for name in node.names:
                aliases[name.asname or name.name] = f"{node.module}.{name.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Attribute):
            root = _root(node.value)
            for target in node.targets:
                if isinstance(target, ast.Name) and root in aliases and target.id not in aliases:
                    aliases[target.id] = dotted(node.value, aliases)
    return aliases


def dotted(node: ast.AST, aliases: Mapping[str, str]) -> str:
    """Give a dotted name with its alias resolved; a call within it is written ``()``, an index ``[]``. Empty for
    all else."""
    if isinstance(node, ast.Name):
        return aliases.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, aliases)
        return f"{owner}.{node.attr}" if owner else ""
    if isinstance(node, ast.Call):
        maker = dotted(node.func, aliases)
        return f"{maker}()" if maker else ""
    if isinstance(node, ast.Subscript):
        owner = dotted(node.value, aliases)
        return f"{owner}[]" if owner else ""
    return ""


def constants_of(tree: ast.Module) -> Mapping[str, str]:
    """Give the texts of the numbers that names of the module stand for: set once, and no parameter of any function."""
    times = Counter(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    times.update(node.arg for node in ast.walk(tree) if isinstance(node, ast.arg))
    return {
        target.id: ast.unparse(statement.value)
        for statement in tree.body
        if isinstance(statement, ast.Assign) and _is_number(statement.value)
        for target in statement.targets
        if isinstance(target, ast.Name) and times[target.id] == 1
    }


def _is_number(node: ast.expr) -> bool:
    number = node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else node
    return isinstance(number, ast.Constant) and type(number.value) in (int, float)


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
