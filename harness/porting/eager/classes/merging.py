"""Names of a method that are an attribute's own: ``self.loss = loss``."""

from collections.abc import Iterable, Mapping

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.names import binds
from harness.porting.eager.tree import assigned, dotted, only


def merged_names(
    body: Iterable[cst.BaseStatement], owner: str, times: Mapping[str, int], given: set[str]
) -> dict[str, str]:
    """Give the names of a body that may be an attribute, with the attribute. ``times`` says how often each attribute is
    set, ``given`` are the body's parameters."""
    lines = list(_straight(body))
    found: dict[str, str] = {}
    for place, line in enumerate(lines):
        found |= _chained(line, lines, owner, times, found)
        pair = assigned(line)
        if pair is None:
            continue
        name, attribute = dotted(pair[1]), _attribute(pair[0], owner)
        if isinstance(pair[1], cst.Name) and attribute and times[attribute] == 1:
            before = sum(name in binds(each) for each in lines[:place])
            after = any(name in binds(each) for each in lines[place:])
            if (before or name in given) and not after and name not in found and attribute not in found.values():
                found[name] = attribute
        name, attribute = dotted(pair[0]), _attribute(pair[1], owner)
        once = sum(name in binds(each) for each in lines) == 1
        if once and isinstance(pair[0], cst.Name) and attribute and times[attribute] == 1 and name not in found:
            found[name] = attribute
    return found


def _chained(
    line: cst.BaseStatement,
    lines: list[cst.BaseStatement],
    owner: str,
    times: Mapping[str, int],
    found: Mapping[str, str],
) -> dict[str, str]:
    """Give the name that ``self.loss = loss = …`` gives a value beside an attribute."""
    small = only(line)
    targets = [each.target for each in small.targets] if isinstance(small, cst.Assign) else []
    names = [each.value for each in targets if isinstance(each, cst.Name)]
    attributes = [each for one in targets if (each := _attribute(one, owner))]
    if len(targets) != 2 or len(names) != 1 or len(attributes) != 1 or times[attributes[0]] != 1:
        return {}
    once = sum(names[0] in binds(each) for each in lines) == 1
    free = names[0] not in found and attributes[0] not in found.values()
    return {names[0]: attributes[0]} if once and free else {}


def _attribute(node: cst.BaseExpression, owner: str) -> str:
    if isinstance(node, cst.Attribute) and dotted(node.value) == owner:
        return node.attr.value
    return ""


def _straight(body: Iterable[cst.BaseStatement]) -> Iterable[cst.BaseStatement]:
    """Statements with those of blocks that are always run, in their order."""
    for statement in body:
        if isinstance(statement, cst.With):
            yield from _straight(as_statements(statement.body))
        else:
            yield statement


def kept_in(body: list[cst.BaseStatement], owner: str) -> tuple[str, list[cst.BaseStatement]]:
    """Give the attribute that a property keeps what it computes in, and the statements that compute it; an empty text,
    and all statements, for a property without."""
    documented = body[:1] if body and isinstance(_text(body[0]), cst.SimpleString) else []
    rest = body[len(documented) :]
    first = rest[0] if rest else None
    if not isinstance(first, cst.If) or first.orelse is not None:
        return "", body
    inner = as_statements(first.body)
    last = rest[-1]
    returned = _returned(last, owner)
    if _asks_for_none(first.test, owner, returned, negated=False) and len(rest) == 2:
        return returned, [*documented, *inner]
    at_once = len(inner) == 1 and _returned(inner[0], owner) == returned
    if at_once and _asks_for_none(first.test, owner, returned, negated=True):
        return returned, [*documented, *rest[1:-1]]
    return "", body


def _text(statement: cst.CSTNode) -> cst.BaseExpression | None:
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    return small.value if isinstance(small, cst.Expr) else None


def _returned(statement: cst.CSTNode, owner: str) -> str:
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    value = small.value if isinstance(small, cst.Return) else None
    return _attribute(value, owner) if value is not None else ""


def _asks_for_none(test: cst.BaseExpression, owner: str, attribute: str, *, negated: bool) -> bool:
    if not attribute:
        return False
    text = cst.Module([]).code_for_node(test)
    name = f"{owner}.{attribute}"
    return text in ((f"{name} is not None", name) if negated else (f"{name} is None", f"not {name}"))
