"""Imports of what is gone, which only some branch uses: a draft has them there, and runs as long as none is taken."""

import ast

from harness.porting.draft import MARK

_GONE = "tensorflow.contrib"


def with_late_imports(text: str) -> str:
    """Give a draft whose imports from ``tf.contrib`` stand, with their marks, in the branches that use their names,
    where nothing else does; any other text as it is."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return text
    lines = text.split("\n")
    gone: set[int] = set()
    put: dict[int, list[str]] = {}
    for node in tree.body:
        if not _is_gone(node) or node.lineno != node.end_lineno:
            continue
        assert isinstance(node, ast.Import | ast.ImportFrom)
        names = {each.asname or each.name.partition(".")[0] for each in node.names}
        branches = _branches(tree, names, lines)
        if not branches:
            continue
        first = node.lineno
        while first > 1 and lines[first - 2].startswith(MARK):
            first -= 1
        gone.update(range(first, node.lineno + 1))
        for place in branches:
            indent = lines[place - 1][: len(lines[place - 1]) - len(lines[place - 1].lstrip())]
            put.setdefault(_above_marks(lines, place), []).extend(
                f"{indent}{each}" for each in lines[first - 1 : node.lineno]
            )
    kept: list[str] = []
    for number, line in enumerate(lines, start=1):
        kept += put.get(number, [])
        kept += [line] if number not in gone else []
    return "\n".join(kept)


def _is_gone(node: ast.stmt) -> bool:
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        return not node.level and (module == _GONE or module.startswith(f"{_GONE}."))
    return isinstance(node, ast.Import) and all(
        each.asname and (each.name == _GONE or each.name.startswith(f"{_GONE}.")) for each in node.names
    )


def _branches(tree: ast.Module, names: set[str], lines: list[str]) -> list[int]:
    """The first lines of the branches in which all uses of names stand; none where one stands outside of any."""
    found: dict[int, None] = {}
    waiting: list[tuple[ast.AST, int]] = [(tree, 0)]
    while waiting:
        node, branch = waiting.pop()
        if isinstance(node, ast.Name) and node.id in names:
            if not branch or not isinstance(node.ctx, ast.Load):
                return []
            found[branch] = None
        inside = (node.body, node.orelse) if isinstance(node, ast.If) else ()
        for block in inside:
            # The other branch of an ``if`` that is one itself is looked into by itself.
            alone = bool(block) and lines[block[0].lineno - 1][: block[0].col_offset].strip() == ""
            is_elif = len(block) == 1 and isinstance(block[0], ast.If) and _begins(lines, block[0], "elif")
            waiting += [(each, block[0].lineno if alone and not is_elif else branch) for each in block]
        within = {id(each) for block in inside for each in block}
        waiting += [(each, branch) for each in ast.iter_child_nodes(node) if id(each) not in within]
    return sorted(found)


def _begins(lines: list[str], node: ast.stmt, word: str) -> bool:
    return lines[node.lineno - 1].lstrip().startswith(word)


def _above_marks(lines: list[str], line: int) -> int:
    while lines[line - 2].lstrip().startswith(MARK):
        line -= 1
    return line
