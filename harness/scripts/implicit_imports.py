"""Imports of Python 2 in a module of a package: what lies beside it comes first, by its bare name."""

import ast
import re
from collections.abc import Collection

_FROM, _IMPORT = re.compile(rb"from\s+"), re.compile(rb"import\s+")


def by_package(text: str, beside: Collection[str]) -> str:
    """Give the text of a module with what it imports of those ``beside`` it, by their bare names, imported from its
    package, as Python 2 does it; every line keeps its number. As it is where it asks for absolute imports, where Python
    3 cannot read it, and for ``import name.inner``, which binds the name alone."""
    if not beside:
        return text
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return text
    nodes = [*ast.walk(tree)]
    if any(isinstance(each, ast.ImportFrom) and _asks_for_absolute(each) for each in nodes):
        return text
    lines = text.encode("utf-8").splitlines(keepends=True)
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            is_beside = not node.level and (node.module or "").partition(".")[0] in beside
            start, mark = _FROM, b"."
        elif isinstance(node, ast.Import):
            is_beside = all(alias.name in beside for alias in node.names)
            start, mark = _IMPORT, b"from . "
        else:
            continue
        if not is_beside:
            continue
        # No other import stands before it in its line: a line with several of them is left as it is.
        line, at = lines[node.lineno - 1], node.col_offset
        found = start.match(line, at)
        if found is None or line[:at].strip():
            continue
        place = found.end() if start is _FROM else at
        lines[node.lineno - 1] = line[:place] + mark + line[place:]
    return b"".join(lines).decode("utf-8")


def _asks_for_absolute(node: ast.ImportFrom) -> bool:
    return node.module == "__future__" and any(alias.name == "absolute_import" for alias in node.names)
