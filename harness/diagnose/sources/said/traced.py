"""What a traced function reads or changes in Python: done once, when it is traced."""

import ast
from typing import TypeGuard

from harness.diagnose.sources.text.source import read_source
from harness.diagnose.sources.text.syntax import tree_of

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def traces(text: str) -> bool:
    """Whether a script has a ``tf.function``."""
    source = read_source(text)
    return any(function.traced for function in source.functions) or bool(source.calls_of("function"))


def frozen_names(text: str) -> tuple[str, ...]:
    """Give the names that a traced function reads, and that are set again and again outside of it to something else
    than a variable or a tensor."""
    tree = tree_of(text)
    if tree is None:
        return ()
    found: set[str] = set()
    for function in _traced(tree, text):
        inside = set(map(id, ast.walk(function)))
        own = {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
        own |= {node.id for node in names if isinstance(node.ctx, ast.Store)}
        read = {node.id for node in names if isinstance(node.ctx, ast.Load)} - own
        read |= {ast.unparse(node) for node in ast.walk(function) if _is_own(node) and isinstance(node.ctx, ast.Load)}
        found |= {name for name in read if _is_set_again(tree, name, inside)}
    return tuple(sorted(found))


def _is_own(node: ast.AST) -> TypeGuard[ast.Attribute]:
    """Whether this is an attribute of the object that the function belongs to: ``self.rate``."""
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self"


def _is_set_again(tree: ast.Module, name: str, inside: set[int]) -> bool:
    """Whether a name is set in a loop or more than once, and never to what TensorFlow gives."""
    times = 0
    for loop, node in _statements(tree, in_loop=False):
        if id(node) in inside or not _sets(node, name):
            continue
        value = getattr(node, "value", None)
        if isinstance(value, ast.Call) and ast.unparse(value.func).startswith(("tf.", "tensorflow.", "keras.")):
            return False
        times += 2 if loop or isinstance(node, (ast.For, ast.AugAssign)) else 1
    return times > 1


def _statements(node: ast.AST, *, in_loop: bool) -> list[tuple[bool, ast.AST]]:
    """Every statement below a node, with whether it stands in a loop."""
    found: list[tuple[bool, ast.AST]] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt):
            found.append((in_loop, child))
        inner = (in_loop or isinstance(child, (ast.For, ast.While))) and not isinstance(child, ast.FunctionDef)
        found += _statements(child, in_loop=inner)
    return found


def _sets(node: ast.AST, name: str) -> bool:
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign, ast.For)):
        targets = [node.target]
    own, _, attribute = name.rpartition(".")
    if own:
        # Outside of the class the object has another name.
        return any(isinstance(target, ast.Attribute) and target.attr == attribute for target in targets)
    return any(isinstance(part, ast.Name) and part.id == name for target in targets for part in ast.walk(target))


def changed_inside(text: str) -> tuple[tuple[str, int], ...]:
    """Give the attributes and outer names that a traced function counts up or down, with their lines: ``self.n += 1``
    is done once for each trace, whatever it is called. What TensorFlow gives is no Python number, and ``assign_add`` is
    no such statement."""
    tree = tree_of(text)
    if tree is None:
        return ()
    found: dict[str, int] = {}
    for function in _traced(tree, text):
        outer = {
            name for node in ast.walk(function) if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names
        }
        for node in ast.walk(function):
            if not isinstance(node, ast.AugAssign):
                continue
            if isinstance(node.target, ast.Attribute) or (
                isinstance(node.target, ast.Name) and node.target.id in outer
            ):
                found.setdefault(ast.unparse(node.target), node.lineno)
    return tuple(sorted(found.items(), key=lambda each: each[1]))


def _traced(tree: ast.Module, text: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """The functions that are traced: those with the decorator, those that ``tf.function`` is handed, and what they call
    by name."""
    source = read_source(text)
    by_name: dict[str, list[ast.FunctionDef | ast.AsyncFunctionDef]] = {}
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            by_name.setdefault(node.name, []).append(node)
    lines = {function.line for function in source.functions if function.traced}
    handed = {call.arguments[0].rpartition(".")[2] for call in source.calls_of("function") if call.arguments}
    waiting = [node for nodes in by_name.values() for node in nodes if node.lineno in lines or node.name in handed]
    found: list[ast.FunctionDef | ast.AsyncFunctionDef] = []
    while waiting:
        function = waiting.pop()
        if function in found:
            continue
        found.append(function)
        for node in ast.walk(function):
            if isinstance(node, ast.Call):
                waiting += by_name.get(ast.unparse(node.func).rpartition(".")[2], [])
    return found
