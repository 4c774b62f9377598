"""Names of a whole text: where each is bound, where it is read, and what elements of dictionaries are called by."""

import ast
from collections import Counter
from collections.abc import Iterator

import libcst as cst

from harness.porting.eager.tree import code, walk


def key_of(node: cst.CSTNode) -> str:
    """Give ``W1`` for a name and ``weights['h1']`` for an element by a literal key, an empty text for all else."""
    if isinstance(node, cst.Name):
        return node.value
    match node:
        case cst.Subscript(value=cst.Name(value=name), slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            if isinstance(key, cst.SimpleString):
                return f"{name}[{ast.literal_eval(code(key))!r}]"
    return ""


def bindings(module: cst.Module) -> Counter[str]:
    """Give how often each name is bound, in whichever scope."""
    return Counter(name.value for name in _bound(module))


def reading(module: cst.Module) -> Iterator[cst.Name]:
    """Give the nodes of names that are read: no attributes, no keywords, nothing that is bound."""
    silent = {id(name) for name in _bound(module)}
    for node in walk(module):
        if isinstance(node, cst.Attribute):
            silent.add(id(node.attr))
        elif isinstance(node, cst.Arg) and node.keyword is not None:
            silent.add(id(node.keyword))
    return (node for node in walk(module) if isinstance(node, cst.Name) and id(node) not in silent)


def _bound(module: cst.Module) -> Iterator[cst.Name]:
    for node in walk(module):
        match node:
            case cst.AssignTarget(target=target) | cst.AnnAssign(target=target) | cst.AugAssign(target=target):
                yield from _in_target(target)
            case cst.For(target=target) | cst.CompFor(target=target):
                yield from _in_target(target)
            case cst.Param(name=name) | cst.FunctionDef(name=name) | cst.ClassDef(name=name):
                yield name
            case cst.AsName(name=cst.Name() as name):
                yield name
            case cst.ImportAlias(name=cst.Name() as name, asname=None):
                yield name


def _in_target(target: cst.BaseExpression) -> Iterator[cst.Name]:
    if isinstance(target, cst.Name):
        yield target
    elif isinstance(target, cst.Tuple | cst.List):
        for element in target.elements:
            yield from _in_target(element.value)
