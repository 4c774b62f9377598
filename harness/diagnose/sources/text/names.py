"""Names in a script: what its imports and short names stand for."""

import ast
from collections import Counter
from collections.abc import Iterator, Mapping


def aliases_of(tree: ast.AST) -> Mapping[str, str]:
    """Give what each imported name stands for: ``tensorflow.compat.v1`` for ``tf``.

    A name that is set to another dotted name stands for that: ``layers = tf.layers``; of two that a condition chooses
    between, or that are asked for by ``getattr`` or ``functools.partial``, for the first that is known.

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
        if isinstance(node, ast.Assign):
            named = next((each for each in _choices(node.value) if _root(each) in aliases), None)
            for target in node.targets:
                if isinstance(target, ast.Name) and named is not None and target.id not in aliases:
                    aliases[target.id] = dotted(named, aliases)
    return aliases


def _choices(value: ast.expr) -> Iterator[ast.expr]:
    """The dotted names that a value may be."""
    if isinstance(value, ast.Attribute):
        yield value
    elif isinstance(value, ast.IfExp):
        yield from _choices(value.body)
        yield from _choices(value.orelse)
    elif isinstance(value, ast.BoolOp):
        for each in value.values:
            yield from _choices(each)
    elif isinstance(value, ast.Call):
        asked = _asked_for(value)
        if asked is not None:
            yield asked
            for each in value.args[2:]:
                yield from _choices(each)
        elif ast.unparse(value.func) in ("partial", "functools.partial") and value.args:
            yield from _choices(value.args[0])


def _asked_for(call: ast.Call) -> ast.Attribute | None:
    """What ``getattr(owner, "name")`` gives: ``owner.name``."""
    if not (isinstance(call.func, ast.Name) and call.func.id == "getattr" and len(call.args) > 1):
        return None
    owner, name = call.args[:2]
    if not (isinstance(name, ast.Constant) and isinstance(name.value, str)):
        return None
    return ast.Attribute(owner, name.value, ast.Load())


def dotted(node: ast.AST, aliases: Mapping[str, str]) -> str:
    """Give a dotted name with its alias resolved; a call within it is written ``()``, an index ``[]``. Empty for
    all else."""
    if isinstance(node, ast.Name):
        return aliases.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = dotted(node.value, aliases)
        return f"{owner}.{node.attr}" if owner else ""
    if isinstance(node, ast.Call):
        asked = _asked_for(node)
        if asked is not None:
            return dotted(asked, aliases)
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


def words_of(tree: ast.AST, aliases: Mapping[str, str]) -> Mapping[str, int]:
    """Give how often each name, attribute and text stands in a script, whatever it stands for; but for what is set to
    one of the aliases, which is understood."""
    words: Counter[str] = Counter()
    understood: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(isinstance(it, ast.Name) and it.id in aliases for it in node.targets):
            understood.update(map(id, ast.walk(node)))
        if id(node) in understood:
            continue
        if isinstance(node, ast.Attribute):
            words[node.attr] += 1
        elif isinstance(node, ast.Name):
            words[node.id] += 1
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words[node.value] += 1
    return words


def _is_number(node: ast.expr) -> bool:
    number = node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else node
    return isinstance(number, ast.Constant) and type(number.value) in (int, float)


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
