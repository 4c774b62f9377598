"""Spelled: whether a line of a script does an op itself, or only calls a function of a library that does it within."""

import ast

from harness.diagnose.sources.text.names import aliases_of, dotted
from harness.diagnose.sources.text.syntax import tree_of

_SIGNS: dict[str, tuple[type[ast.AST], ...]] = {
    "Neg": (ast.USub,),
    "Add": (ast.Add,),
    "AddV2": (ast.Add,),
    "Sub": (ast.Sub,),
    "Mul": (ast.Mult, ast.Pow),
    "Div": (ast.Div,),
    "RealDiv": (ast.Div,),
}
# What the names of functions have in them that do no more than that; more than need be is no harm.
_WORDS = {
    "Neg": ("neg",),
    "Add": ("add", "accumulate"),
    "AddV2": ("add", "accumulate"),
    "Sub": ("sub",),
    "Mul": ("mul",),
    "Div": ("div",),
    "RealDiv": ("div",),
}
_LIBRARIES = ("tensorflow", "numpy", "keras")


def is_within_a_call(source: str, line: int, kind: str) -> bool:
    """Whether an op of arithmetic of this kind is done in a line without a sign or a function for it, which calls
    functions of a library, no layers and nothing of the script's own, which may do it by its own text: the library does
    it then, as ``tf.argsort`` negates what it sorts."""
    tree = tree_of(source)
    if tree is None or kind not in _SIGNS:
        return False
    nodes = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.expr | ast.AugAssign) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    if any(isinstance(getattr(node, "op", None), _SIGNS[kind]) for node in nodes):
        return False
    aliases = aliases_of(tree)
    called = [dotted(node.func, aliases) for node in nodes if isinstance(node, ast.Call)]
    return bool(called) and all(
        name.partition(".")[0] in _LIBRARIES
        and name.rpartition(".")[2][:1].islower()
        and not any(word in name.rpartition(".")[2] for word in _WORDS[kind])
        for name in called
    )
