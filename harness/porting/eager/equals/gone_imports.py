"""Imports of ``tf.contrib``: they go where nothing of them is left, and are marked where something is."""

import libcst as cst

from harness.porting.eager.tree import below, dotted, marked, only, with_lead

_GONE = "tensorflow.contrib"
_REASON = "tf.contrib is gone"


def without_contrib(module: cst.Module, before: cst.Module) -> cst.Module:
    """Give a module without the imports of ``tf.contrib`` whose names it does not ask for any more. ``before`` is what
    it was: what no statement does anything with there may be imported for others, who import it from there."""
    change = _Imports(_used(module), set() if any(_does(each) for each in before.body) else _unused(before))
    body: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    for statement in module.body:
        changed = statement.visit(change)
        if isinstance(changed, cst.BaseStatement):
            body.append(with_lead(changed, waiting))
            waiting = []
        else:
            waiting += [line for line in getattr(statement, "leading_lines", ()) if line.comment]
    return module.with_changes(body=body)


def _does(statement: cst.CSTNode) -> bool:
    """Whether a statement of a module does more than to name things."""
    if isinstance(statement, cst.FunctionDef | cst.ClassDef):
        return False
    small = only(statement)
    named = isinstance(small, cst.Import | cst.ImportFrom | cst.Assign | cst.AnnAssign)
    return not named and not (isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString))


def _unused(module: cst.Module) -> set[str]:
    used = _used(module)
    names: set[str] = set()
    for statement in module.body:
        small = only(statement)
        if isinstance(small, cst.Import | cst.ImportFrom) and not isinstance(small.names, cst.ImportStar):
            names |= {_local(each) for each in small.names}
    return names - used


def _used(module: cst.Module) -> set[str]:
    """The names that a text asks for outside of its imports."""
    found: set[str] = set()
    waiting: list[cst.CSTNode] = [module]
    while waiting:
        node = waiting.pop()
        if isinstance(node, cst.Name):
            found.add(node.value)
        elif not isinstance(node, cst.Import | cst.ImportFrom):
            waiting.extend(below(node))
    return found


class _Imports(cst.CSTTransformer):
    def __init__(self, used: set[str], handed_on: set[str]) -> None:
        self._used = used | handed_on

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.RemovalSentinel:
        small = only(original_node)
        if not isinstance(small, cst.Import | cst.ImportFrom) or not _of_contrib(small):
            return updated_node
        if isinstance(small.names, cst.ImportStar):
            return marked(updated_node, [_REASON])
        kept = [each for each in small.names if self._stays(each, small)]
        if not kept:
            return cst.RemoveFromParent()
        kept[-1] = kept[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        line = updated_node.with_changes(body=[small.with_changes(names=kept)])
        gone = isinstance(small, cst.ImportFrom) or any(_is_gone(each.name) for each in kept)
        return marked(line, [_REASON]) if gone else line

    def _stays(self, alias: cst.ImportAlias, statement: cst.Import | cst.ImportFrom) -> bool:
        if isinstance(statement, cst.Import) and not _is_gone(alias.name):
            return True
        return _local(alias) in self._used and not (isinstance(statement, cst.Import) and not alias.asname)


def _local(alias: cst.ImportAlias) -> str:
    return dotted(alias.asname.name) if alias.asname else dotted(alias.name).partition(".")[0]


def _of_contrib(statement: cst.Import | cst.ImportFrom) -> bool:
    if isinstance(statement, cst.ImportFrom):
        module = statement.module
        names = [] if isinstance(statement.names, cst.ImportStar) else [dotted(each.name) for each in statement.names]
        return module is not None and (_is_gone(module) or (dotted(module) == "tensorflow" and names == ["contrib"]))
    return any(_is_gone(each.name) for each in statement.names)


def _is_gone(name: cst.CSTNode) -> bool:
    return dotted(name) == _GONE or dotted(name).startswith(f"{_GONE}.")
