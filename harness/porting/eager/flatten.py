"""Blocks that only a graph has: Sessions, name scopes, devices. What is in them stands without them."""

from collections.abc import Iterable, Sequence

import libcst as cst

from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, dotted, with_lead

SESSIONS = frozenset({"tf.Session", "tf.InteractiveSession", "tf.train.MonitoredTrainingSession"})
_SCOPES = frozenset({"tf.name_scope", "tf.variable_scope", "tf.device", "tf.op_scope", "tf.variable_op_scope"})
# By the identity of a statement: itself, and the scope that its variables are in.
Scopes = dict[int, tuple[cst.BaseStatement, str]]


def is_session(node: cst.CSTNode, aliases: Aliases) -> bool:
    """Whether an expression makes a Session."""
    return called(node, aliases) in SESSIONS


def _goes(item: cst.WithItem, aliases: Aliases, sessions: set[str], reused: bool) -> bool:
    name = called(item.item, aliases)
    if name in SESSIONS or name in _SCOPES:
        return reused or not (isinstance(item.item, cst.Call) and argument(item.item, "reuse") is not None)
    if dotted(item.item) in sessions:
        return True
    func = item.item.func if isinstance(item.item, cst.Call) else None
    return isinstance(func, cst.Attribute) and func.attr.value in ("as_default", "device", "name_scope")


def _session_names(item: cst.WithItem, aliases: Aliases) -> list[str]:
    if item.asname is None:
        return []
    inner = item.item
    return [dotted(item.asname.name)] if is_session(inner, aliases) or _is_default(inner) else []


def _is_default(node: cst.BaseExpression) -> bool:
    return isinstance(node, cst.Call) and isinstance(node.func, cst.Attribute) and node.func.attr.value == "as_default"


def flattened(
    body: Sequence[cst.BaseStatement],
    aliases: Aliases,
    sessions: set[str],
    *,
    reused: bool = False,
    scopes: Scopes | None = None,
) -> tuple[list[cst.BaseStatement], list[cst.EmptyLine]]:
    """Give statements without the blocks, and the comments that are left below the last; adds to ``sessions`` the names
    that blocks give to theirs."""
    found: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    for statement in body:
        inner = _opened(statement, aliases, sessions, reused)
        if inner is None:
            found.append(with_lead(_inside(statement, aliases, sessions), waiting))
            waiting = []
            continue
        statements, footer = flattened(inner, aliases, sessions, reused=reused, scopes=scopes)
        own = _scope(statement, aliases)
        block = statement.body if isinstance(statement, cst.With) else None
        if isinstance(block, cst.IndentedBlock):
            footer = [*footer, *(line for line in block.footer if line.comment)]
        lead = [*waiting, *getattr(statement, "leading_lines", ())]
        if statements:
            statements[0] = _as_before(with_lead(statements[0], lead), statements[0], scopes)
            lead = []
        if own and scopes is not None:
            for each in statements:
                _, below = scopes.get(id(each), (each, ""))
                scopes[id(each)] = (each, f"{own}/{below}".rstrip("/"))
        found.extend(statements)
        waiting = [*lead, *footer]
    return found, waiting


def _as_before(new: cst.BaseStatement, old: cst.BaseStatement, scopes: Scopes | None) -> cst.BaseStatement:
    if scopes is not None and id(old) in scopes:
        scopes[id(new)] = (new, scopes[id(old)][1])
    return new


def _scope(statement: cst.BaseStatement, aliases: Aliases) -> str:
    """Give the name that variables in a block begin with."""
    for item in statement.items if isinstance(statement, cst.With) else ():
        if called(item.item, aliases) == "tf.variable_scope" and isinstance(item.item, cst.Call):
            name = argument(item.item, "name_or_scope", 0)
            if isinstance(name, cst.SimpleString):
                return str(name.evaluated_value)
    return ""


def _opened(
    statement: cst.BaseStatement, aliases: Aliases, sessions: set[str], reused: bool
) -> Sequence[cst.BaseStatement] | None:
    """Give what stands in a block that goes, None for one that stays."""
    if not isinstance(statement, cst.With) or not all(
        _goes(item, aliases, sessions, reused) for item in statement.items
    ):
        return None
    for item in statement.items:
        sessions.update(_session_names(item, aliases))
    return as_statements(statement.body)


def as_statements(block: cst.BaseSuite) -> list[cst.BaseStatement]:
    """Give the statements of a block, whether it is indented or stands behind the colon."""
    if isinstance(block, cst.IndentedBlock):
        return list(block.body)
    return [cst.SimpleStatementLine([each]) for each in block.body if isinstance(each, cst.BaseSmallStatement)]


def _inside(statement: cst.BaseStatement, aliases: Aliases, sessions: set[str]) -> cst.BaseStatement:
    """Flatten the blocks within a compound statement, but for functions, which are regions of their own."""
    if isinstance(statement, cst.FunctionDef | cst.ClassDef):
        return statement
    if isinstance(statement, cst.If) and isinstance(statement.orelse, cst.If):
        orelse = _inside(statement.orelse, aliases, sessions)
        statement = statement.with_changes(orelse=orelse)
    for part in ("body", "orelse", "finalbody"):
        inner = getattr(statement, part, None)
        block = inner if isinstance(inner, cst.IndentedBlock) else getattr(inner, "body", None)
        if isinstance(block, cst.IndentedBlock) and not isinstance(inner, cst.If):
            body, footer = flattened(list(block.body), aliases, sessions)
            block = rebuilt(block, body, footer)
            changed = block if isinstance(inner, cst.IndentedBlock) else inner.with_changes(body=block)  # type: ignore[union-attr]
            statement = statement.with_changes(**{part: changed})
    return statement


def rebuilt(
    block: cst.IndentedBlock, body: Iterable[cst.BaseStatement], footer: Iterable[cst.EmptyLine] = ()
) -> cst.IndentedBlock:
    """Give a block with other statements; one that has none left has ``pass``."""
    kept = list(body) or [cst.SimpleStatementLine([cst.Pass()])]
    return block.with_changes(body=kept, footer=[*footer, *block.footer])
