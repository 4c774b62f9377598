"""Canonical forms: what an expression computes, whatever the year and the names that it is written with."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from harness.diagnose.sources.text.bound import names_bound
from harness.diagnose.sources.text.names import aliases_of, dotted

# Names of one thing in different years, and in TensorFlow and NumPy.
_SAME = {
    "reduce_mean": "mean",
    "reduce_sum": "sum",
    "reduce_max": "max",
    "reduce_min": "min",
    "random_normal": "normal",
    "random_uniform": "uniform",
    "div": "divide",
    "sub": "subtract",
    "mul": "multiply",
    "power": "pow",
    "absolute": "abs",
    "keep_dims": "keepdims",
    "reduction_indices": "axis",
    "dim": "axis",
    "dimension": "axis",
}
# What is the same of ``a - b`` and of ``b - a``.
_EVEN = frozenset({"abs", "square"})
_LIBRARIES = ("tensorflow", "numpy", "keras")
# What hands on its value as it is: ``loss.numpy()``, ``float(loss)``.
_BARE_METHODS, _BARE_CALLS = frozenset({"numpy", "eval"}), frozenset({"float", "int"})


@dataclass(frozen=True)
class Script:
    """A script's tree, what its imports stand for, the names that it gives a value, and those that the other script,
    with which it is compared, gives one; ``fed`` are names with what is fed for them, ``{x: X}``, which may stand in
    their place."""

    tree: ast.Module
    aliases: Mapping[str, str]
    bound: frozenset[str]
    theirs: frozenset[str]
    fed: frozenset[tuple[str, str]]


def scripts_of(left: ast.Module, right: ast.Module) -> tuple[Script, Script]:
    """Give two scripts that are to be compared."""
    of_left, of_right = names_bound(left), names_bound(right)
    return (
        Script(left, aliases_of(left), of_left, of_right, _fed(left)),
        Script(right, aliases_of(right), of_right, of_left, _fed(right)),
    )


def _fed(tree: ast.Module) -> frozenset[tuple[str, str]]:
    return frozenset(
        (key.id, value.id)
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Name) and isinstance(value, ast.Name)
    )


def one_name(name: str) -> str:
    """Give the name that stands for all names of one thing."""
    plain = name.removesuffix("_v2")
    return _SAME.get(plain, plain)


def callee(node: ast.Call, script: Script) -> str:
    """Give what a call calls by its last name, ``mean`` for ``tf.reduce_mean`` and for ``x.mean``; empty where it has
    none."""
    last = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return one_name(script.aliases.get(last, last).rpartition(".")[2])


def is_of_library(node: ast.AST, script: Script) -> bool:
    """Whether a dotted name is one of TensorFlow, Keras or NumPy."""
    return dotted(node, script.aliases).partition(".")[0] in _LIBRARIES


def bare(node: ast.expr) -> ast.expr:
    """Give an expression without what only takes it out of TensorFlow."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=[]) if name in _BARE_METHODS:
            return bare(value)
        case ast.Call(func=ast.Name(id=name), args=[value]) if name in _BARE_CALLS:
            return bare(value)
    return node


def canonical(node: ast.AST, script: Script) -> str:
    """Give a text that two expressions have in common which differ in nothing but their year and their own names: a
    name that only one script has may be any."""
    if isinstance(node, ast.expr):
        node = bare(node)
    match node:
        case ast.Name(id=name):
            return name if name in script.theirs or name not in script.bound else "?"
        case ast.Attribute() if is_of_library(node, script):
            return one_name(node.attr)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return name if name in script.theirs else "?"
        case ast.Constant(value=bool() | str() | None as value):
            return repr(value)
        case ast.Constant(value=int() | float() as value):
            return repr(float(value))
        case ast.Call():
            return _of_call(node, script)
    parts = [
        canonical(each, script) if isinstance(each, ast.AST) else repr(each)
        for _, value in ast.iter_fields(node)
        for each in (value if isinstance(value, list) else [value])
        if not isinstance(each, ast.expr_context)
    ]
    return f"{type(node).__name__}({','.join(parts)})"


def _of_call(node: ast.Call, script: Script) -> str:
    function = callee(node, script)
    owner = ""
    if isinstance(node.func, ast.Attribute) and not is_of_library(node.func, script):
        owner = canonical(node.func.value, script) + "."
    elif not function or (isinstance(node.func, ast.Name) and node.func.id not in script.aliases):
        function = canonical(node.func, script)
    given = [canonical(each, script) for each in node.args]
    match node.args:
        case [ast.BinOp(op=ast.Sub(), left=one, right=two)] if function in _EVEN:
            given = [f"difference({','.join(sorted((canonical(one, script), canonical(two, script))))})"]
    named = sorted(f"{one_name(each.arg or '**')}={canonical(each.value, script)}" for each in node.keywords)
    return f"{owner}{function}({','.join((*given, *named))})"
