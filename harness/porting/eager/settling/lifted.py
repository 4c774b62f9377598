"""Functions within a builder that make its variables, before it: what they make is known by what all functions are."""

import libcst as cst

from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.renaming import Remove, Rename
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import calls, dotted, walk

_APART = (cst.EmptyLine(indent=False), cst.EmptyLine(indent=False))
_MAKES = frozenset({"tf.Variable", "tf.get_variable"})


def with_makers_lifted(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose functions that make variables, and need nothing of the function around them, stand before
    that; by names of their own where the module has another use for these."""
    taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
    lifted: dict[str, cst.FunctionDef] = {}
    body: list[cst.SimpleStatementLine | cst.BaseCompoundStatement] = []
    for statement in module.body:
        if not isinstance(statement, cst.FunctionDef):
            body.append(statement)
            continue
        makers = _makers(statement, aliases)
        renamed: dict[str, str] = {}
        before = []
        ready: set[str] = set()
        for maker in makers:
            name = maker.name.value
            if not reads(maker) & {each.name.value for each in makers} <= ready:
                continue
            known = lifted.get(name)
            if known is not None and known.deep_equals(maker):
                ready.add(name)
                continue
            if _used_elsewhere(maker, module, statement, aliases):
                new = f"{statement.name.value}_{name}"
                if new in taken or not _may_be_renamed(name, statement, maker):
                    continue
                renamed[name] = new
            lifted[renamed.get(name, name)] = maker
            before.append(maker)
            ready.add(name)
        gone = [each for each in makers if each in before or lifted.get(each.name.value) is not None]
        if not gone:
            body.append(statement)
            continue
        left = statement.visit(Remove(gone))
        assert isinstance(left, cst.FunctionDef)
        changed = left.visit(Rename(renamed))
        assert isinstance(changed, cst.FunctionDef)
        for each in before:
            made = each.visit(Rename(renamed))
            assert isinstance(made, cst.FunctionDef)
            body.append(made.with_changes(leading_lines=_APART))
        close = before and all(line.comment is not None for line in statement.leading_lines)
        body.append(changed.with_changes(leading_lines=[*_APART, *statement.leading_lines]) if close else changed)
    return module.with_changes(body=body)


def _makers(function: cst.FunctionDef, aliases: Aliases) -> list[cst.FunctionDef]:
    """The functions right within another one that make variables, of nothing that it has but others of these."""
    if not isinstance(function.body, cst.IndentedBlock):
        return []
    inner = [each for each in function.body.body if isinstance(each, cst.FunctionDef)]
    own = {*parameters(function.params), *binds(function.body)}
    found: list[cst.FunctionDef] = []
    names: set[str] = set()
    for each in inner:
        makes = any(called(call, aliases) in _MAKES or dotted(call.func) in names for call in calls(each))
        again = sum(other.name.value == each.name.value for other in inner) > 1
        if makes and not again and not each.decorators and not reads(each) & own - names:
            found.append(each)
            names.add(each.name.value)
    return found


def _used_elsewhere(maker: cst.FunctionDef, module: cst.Module, function: cst.FunctionDef, aliases: Aliases) -> bool:
    """Whether the module has a function's name outside of what is around it, but for functions with the same one."""
    for each in module.body:
        if each is function:
            continue
        if isinstance(each, cst.FunctionDef) and any(other.deep_equals(maker) for other in _makers(each, aliases)):
            continue
        if any(isinstance(node, cst.Name) and node.value == maker.name.value for node in walk(each)):
            return True
    return False


def _may_be_renamed(name: str, function: cst.FunctionDef, maker: cst.FunctionDef) -> bool:
    """Whether a name stands for the one function alone in what is around it."""
    others = [node for node in walk(function.body) if isinstance(node, cst.FunctionDef) and node is not maker]
    bound = [set(parameters(each.params)) | set(binds(each.body)) for each in (*others, maker)]
    return list(binds(function.body)).count(name) == 1 and not any(name in each for each in bound)
