"""Where a script makes objects of a class, and which functions are handed them."""

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.classes.read import StaysError
from harness.porting.eager.names import binds, parameters
from harness.porting.eager.tree import assigned, below, dotted, only, walk

Scope = cst.Module | cst.FunctionDef
Path = tuple[cst.CSTNode, ...]


@dataclass(frozen=True)
class Object:
    """An object: its ``name``, the ``statement`` that makes it, the function or module that this stands in; ``given``
    are the functions that are handed it, with the names that they have for it."""

    name: str
    call: cst.Call
    statement: cst.SimpleStatementLine
    scope: Scope
    given: tuple[tuple[cst.FunctionDef, str], ...] = ()


def objects_of(class_name: str, node: cst.ClassDef, module: cst.Module) -> list[Object]:
    """Give the objects of a class, in their order. Raises StaysError where one is used as a whole or made in a loop."""
    return [_with_given(each, module) for each in made_objects(class_name, node, module)]


def made_objects(class_name: str, node: cst.ClassDef, module: cst.Module) -> list[Object]:
    """Give the objects of a class without the functions that are handed them. Raises StaysError."""
    found = []
    for path in _paths(module, class_name):
        if node in path:
            if isinstance(path[-2], cst.Attribute) or path[-2] is node or _is_of_super(path):
                continue
            raise StaysError("it names itself")
        found.append(_made(path, module))
    return found


def _is_of_super(path: Path) -> bool:
    return any(isinstance(each, cst.Call) and dotted(each.func) == "super" for each in path)


def _made(path: Path, module: cst.Module) -> Object:
    call, statement = path[-2], path[-4] if len(path) > 3 else None
    if isinstance(call, cst.Attribute):
        raise StaysError("it is asked for what is of the class")
    pair = assigned(statement) if statement is not None else None
    if not isinstance(call, cst.Call) or path[-1] is not call.func or pair is None or pair[1] is not call:
        raise StaysError("an object of it is made within something else")
    if not isinstance(pair[0], cst.Name) or not isinstance(statement, cst.SimpleStatementLine):
        raise StaysError("an object of it is made for something else than a name")
    if any(each.star for each in call.args):
        raise StaysError("an object of it is made with arguments that a name holds")
    functions = [each for each in path if isinstance(each, cst.FunctionDef)]
    if len(functions) > 1 or any(isinstance(each, cst.ClassDef | cst.For | cst.While) for each in path):
        raise StaysError("objects of it are made in a loop, a class or a function in a function")
    if any(isinstance(each, cst.If) and "__name__" not in _text(each.test) for each in path):
        raise StaysError("whether an object of it is made, a condition says")
    if any(isinstance(each, cst.Try) for each in path):
        raise StaysError("an object of it is made where something is tried")
    scope = functions[0] if functions else module
    return Object(pair[0].value, call, statement, scope)


def _with_given(found: Object, module: cst.Module) -> Object:
    """Follow an object into the functions that are handed it."""
    functions = {each.name.value: each for each in module.body if isinstance(each, cst.FunctionDef)}
    given: dict[str, tuple[cst.FunctionDef, str]] = {}
    waiting: list[tuple[Scope, str]] = [(found.scope, found.name)]
    handed: dict[str, int] = {}
    while waiting:
        scope, name = waiting.pop()
        for path in _paths_in(scope, name):
            node, above = path[-1], path[-2]
            if isinstance(above, cst.Attribute) and above.value is node:
                continue
            if isinstance(above, cst.AssignTarget) and path[-4] is found.statement:
                continue
            call = path[-3] if isinstance(above, cst.Arg) and above.value is node else None
            function = functions.get(dotted(call.func)) if isinstance(call, cst.Call) else None
            if function is None or not isinstance(call, cst.Call) or not isinstance(above, cst.Arg):
                raise StaysError(f"{found.name} is used as a whole")
            if function is found.scope:
                raise StaysError(f"{found.name} is handed to the function that makes it")
            own = _parameter(function, call, above)
            if given.setdefault(function.name.value, (function, own))[1] != own:
                raise StaysError(f"{found.name} is handed on in two ways")
            handed[function.name.value] = handed.get(function.name.value, 0) + 1
            if handed[function.name.value] == 1:
                if own in binds(function.body):
                    raise StaysError(f"{function.name.value} gives {own} another value")
                waiting.append((function, own))
    for name, (function, _) in given.items():
        uses = sum(1 for _ in _paths(module, name)) - 1
        if uses != handed[name] or function.decorators:
            raise StaysError(f"{name} is handed other objects as well")
    return Object(found.name, found.call, found.statement, found.scope, tuple(given.values()))


def _parameter(function: cst.FunctionDef, call: cst.Call, given: cst.Arg) -> str:
    if given.keyword is not None:
        return given.keyword.value
    names = [each.name.value for each in function.params.params]
    place = call.args.index(given)
    if any(each.star for each in call.args) or place >= len(names):
        raise StaysError(f"{function.name.value} is handed it among arguments that a name holds")
    return names[place]


def _text(node: cst.CSTNode) -> str:
    return cst.Module([]).code_for_node(node)


def _paths_in(scope: Scope, name: str) -> Iterator[Path]:
    """Give the uses of a name of a scope, but for those where a function within has it for something else."""
    for path in _paths(scope, name):
        inner = [each for each in path[1:] if isinstance(each, cst.FunctionDef | cst.Lambda)]
        if not any(_is_own(name, each) for each in inner):
            yield path


def _is_own(name: str, function: cst.FunctionDef | cst.Lambda) -> bool:
    if name in parameters(function.params):
        return True
    return isinstance(function, cst.FunctionDef) and name in binds(function.body)


def _paths(root: cst.CSTNode, name: str) -> Iterator[Path]:
    """Give each use of a name with all nodes that it stands in, from the outermost on."""
    waiting: list[Path] = [(root,)]
    while waiting:
        path = waiting.pop()
        node = path[-1]
        if isinstance(node, cst.Name) and node.value == name and not _names_other(path):
            yield path
        waiting.extend((*path, child) for child in reversed(below(node)))


def _names_other(path: Path) -> bool:
    """Whether a name is that of an attribute, an argument or a parameter."""
    node, above = path[-1], path[-2] if len(path) > 1 else None
    if isinstance(above, cst.Attribute):
        return above.attr is node
    if isinstance(above, cst.Arg):
        return above.keyword is node
    return isinstance(above, cst.Param) and above.name is node


def is_last(statement: cst.CSTNode, body: list[cst.BaseStatement]) -> bool:
    """Whether a statement is the last one of a body, also of the blocks that end it."""
    if not body:
        return False
    last = body[-1]
    if last is statement:
        return True
    return isinstance(last, cst.With) and is_last(statement, list(last.body.body))  # type: ignore[arg-type]


def only_text(node: cst.CSTNode) -> bool:
    """Whether a line is an expression that is a name or a text."""
    small = only(node)
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.Name | cst.SimpleString)


def count_names(node: cst.CSTNode, name: str) -> int:
    """Give how often a name stands in a piece of code."""
    return sum(1 for each in walk(node) if isinstance(each, cst.Name) and each.value == name)
