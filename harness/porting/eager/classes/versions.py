"""Names of a method that stand for one thing and later for another, as two names."""

from collections.abc import Iterable
from typing import TypeVar

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.names import binds, names_in_target, reads
from harness.porting.eager.renaming import Rename
from harness.porting.eager.tree import assigned, only, walk

_VERSION = "__again"
Node = TypeVar("Node", bound=cst.CSTNode)


def versioned(body: list[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """Give statements in which a name that is given something new, made without what it stood for, is another one."""
    return _versioned(body, {}, _kept(body), {})


def first_name(name: str) -> str:
    """Give the name that a later one was in the script."""
    return name.partition(_VERSION)[0]


def _kept(body: Iterable[cst.CSTNode]) -> set[str]:
    """Names that functions within read, which may do so later."""
    inner = (each for one in body for each in walk(one) if isinstance(each, cst.FunctionDef | cst.Lambda))
    return {each.value for one in inner for each in walk(one) if isinstance(each, cst.Name)}


def _versioned(
    body: list[cst.BaseStatement], now: dict[str, str], kept: set[str], times: dict[str, int]
) -> list[cst.BaseStatement]:
    found: list[cst.BaseStatement] = []
    for statement in body:
        if isinstance(statement, cst.With) and isinstance(statement.body, cst.IndentedBlock):
            items = [_renamed(each, now) for each in statement.items]
            inner = _versioned(as_statements(statement.body), now, kept, times)
            found.append(statement.with_changes(items=items, body=statement.body.with_changes(body=inner)))
            continue
        pair = assigned(statement)
        if pair is None or not names_in_target(pair[0]):
            found.append(_renamed(statement, now))
            for name in binds(statement):
                now.setdefault(name, name)
            continue
        value = _renamed(pair[1], now)
        for name in names_in_target(pair[0]):
            if name in now and name not in kept and name not in reads(pair[1]):
                times[name] = times.get(name, 1) + 1
                now[name] = f"{name}{_VERSION}{times[name]}"
            now.setdefault(name, name)
        target = _renamed(pair[0], now)
        small = only(statement)
        assert isinstance(small, cst.Assign)
        new = small.with_changes(targets=[small.targets[0].with_changes(target=target)], value=value)
        found.append(statement.with_changes(body=[new]))
    return found


def _renamed(node: Node, names: dict[str, str]) -> Node:
    changed = node.visit(Rename({old: new for old, new in names.items() if old != new}))
    assert isinstance(changed, type(node))
    return changed
