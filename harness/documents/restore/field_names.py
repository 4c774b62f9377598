"""What a printed value is called: the variable in the expression that it stands in."""

import ast

# Calls that give another form of their argument, or of what they are a method of.
_SAME = frozenset(
    ("float", "int", "str", "repr", "round", "abs", "list", "tuple", "array", "asarray", "squeeze", "unicode")
)
_METHODS = frozenset(
    ("numpy", "eval", "item", "result", "tolist", "read_value", "value", "mean", "sum", "flatten", "format")
)
_RUNS = frozenset(("run", "evaluate", "to_float", "cast", "get_value"))


def field_name(node: ast.expr) -> str:
    """Give a name for a value: ``step`` for ``step + 1``, ``w`` for ``w.numpy()`` and ``sess.run(w)``."""
    return _name(node) or "value"


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case ast.Call():
            return _of_call(node)
        case ast.Subscript(value=value, slice=ast.Constant(value=int() | str() as index)):
            name = _name(value)
            if isinstance(index, str):
                return index if index.isidentifier() else name
            return f"{name}_{index}" if name and index >= 0 else name
        case (
            ast.Subscript(value=value) | ast.Starred(value=value) | ast.UnaryOp(operand=value) | ast.Await(value=value)
        ):
            return _name(value)
        case ast.BinOp(left=left, right=right):
            return _name(left) or _name(right)
        case ast.IfExp(body=body):
            return _name(body)
        case ast.List(elts=[first, *_]) | ast.Tuple(elts=[first, *_]):
            return _name(first)
    return ""


def _of_call(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        if function.attr in _METHODS and not call.args:
            return _name(function.value)
        if call.args and (function.attr in _RUNS or function.attr in _SAME):
            return _name(call.args[0]) or function.attr
        if call.args and function.attr in ("mean", "sum", "max", "min", "reduce_mean"):
            return _name(call.args[0]) or function.attr
        return function.attr
    if isinstance(function, ast.Name):
        if function.id in _SAME and call.args:
            return _name(call.args[0]) or function.id
        return function.id
    return ""
