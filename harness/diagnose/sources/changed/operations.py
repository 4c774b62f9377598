"""Operations: a script without one that a line of it does, or with another one in its place, for an experiment."""

import ast
from collections.abc import Iterator, Sequence

from harness.diagnose.sources.text.rewritten import Rewritten
from harness.diagnose.sources.text.syntax import Edit, edited, last_name, tree_of

_OPERATORS: dict[str, tuple[type[ast.operator], ...]] = {
    "Mul": (ast.Mult, ast.Pow),
    "RealDiv": (ast.Div,),
    "Div": (ast.Div,),
    "Add": (ast.Add,),
    "AddV2": (ast.Add,),
    "Sub": (ast.Sub,),
    "Pow": (ast.Pow,),
    "MatMul": (ast.MatMult,),
}
_SYMBOLS = {"Mul": "*", "RealDiv": "/", "Div": "/", "Add": "+", "AddV2": "+", "Sub": "-", "Pow": "**", "MatMul": "@"}
# By what functions and layers are called that make an op of this kind; the first is what stands in for another one.
_CALLS: dict[str, tuple[str, ...]] = {
    "Relu": ("relu", "ReLU"),
    "Tanh": ("tanh",),
    "Sigmoid": ("sigmoid",),
    "Elu": ("elu", "ELU"),
    "Selu": ("selu",),
    "Softplus": ("softplus",),
    "Softsign": ("softsign",),
    "Relu6": ("relu6",),
    "LeakyRelu": ("leaky_relu", "LeakyReLU"),
    "Softmax": ("softmax", "Softmax"),
    "LogSoftmax": ("log_softmax",),
    "Sum": ("reduce_sum",),
    "Mean": ("reduce_mean",),
    "UnsortedSegmentSum": ("reduce_sum", "segment_sum", "unsorted_segment_sum"),
    "SegmentSum": ("segment_sum", "reduce_sum"),
    "SegmentMean": ("segment_mean", "reduce_mean"),
    "SparseSegmentSum": ("reduce_sum",),
    "SparseSegmentMean": ("reduce_mean",),
    "Max": ("reduce_max",),
    "Min": ("reduce_min",),
    "Square": ("square",),
    "Abs": ("abs",),
    "Exp": ("exp",),
    "Log": ("log",),
    "Sqrt": ("sqrt",),
    "Rsqrt": ("rsqrt",),
    "Transpose": ("transpose", "Permute"),
    "ReverseV2": ("reverse",),
    "Pad": ("pad",),
    "PadV2": ("pad",),
    "ClipByValue": ("clip_by_value",),
    "Maximum": ("maximum",),
    "Minimum": ("minimum",),
}
_POOLS = (("MaxPool", "max_pool", "MaxPooling", "MaxPool"), ("AvgPool", "avg_pool", "AveragePooling", "AvgPool"))
# Functions of two operands whose order counts.
_OF_TWO = {
    "Sub": ("subtract", "sub"),
    "RealDiv": ("divide", "truediv", "div"),
    "Pow": ("pow",),
    "MatMul": ("matmul", "dot"),
}
# Calls whose two arguments may stand in any order, and such as take no arrays.
_ALIKE = frozenset(("add", "multiply", "maximum", "minimum", "equal", "squared_difference"))
_NO_ARRAYS = frozenset(("zip", "isinstance", "range", "print", "apply_gradients", "gradient"))
# As layers and functions are called that make an activation by its name.
_ACTIVATIONS = frozenset(["Relu", "Tanh", "Sigmoid", "Elu", "Selu", "Softplus", "Softsign", "Relu6", "Softmax"])


def without_operation(source: str, line: int, kind: str) -> Iterator[Rewritten]:
    """Give the script with what a line of it computes by one op of this kind left out: one operand alone, the first
    argument of the call, or nothing in place of ``x *= y``; then, where what a call gives is given a name, the argument
    for one reader of that name, all others as they are. Nothing where no such op stands in that line."""
    tree = tree_of(source)
    if tree is None:
        return
    nodes = [node for node in ast.walk(tree) if _covers(node, line)]
    for node in nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, _OPERATORS.get(kind, ())):
            for operand in (node.left, node.right):
                yield from _instead(source, node, operand)
    for node in nodes:
        is_one = isinstance(node, ast.AugAssign) and isinstance(node.op, _OPERATORS.get(kind, ()))
        if is_one and isinstance(node, ast.AugAssign) and node.lineno == node.end_lineno:
            text = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, "pass")])
            if text is not None:
                yield Rewritten(text, node.lineno, "nothing", ast.unparse(node))
    for node in nodes:
        if isinstance(node, ast.Call) and node.args and last_name(node.func) in _CALLS.get(kind, (kind.lower(),)):
            yield from _instead(source, node, node.args[0])
            yield from _for_one_reader(source, tree, node)


def _for_one_reader(source: str, tree: ast.AST, call: ast.Call) -> Iterator[Rewritten]:
    """What a call is given, in place of the name of what it gives, where that is an argument of another call."""
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    named = next((node for node in ast.walk(tree) if isinstance(node, ast.Assign) and node.value is call), None)
    target = named.targets[0] if named is not None and len(named.targets) == 1 else None
    given = ast.get_source_segment(source, call.args[0])
    if not isinstance(target, ast.Name) or given is None or "\n" in given:
        return
    same = [node for node in names if node.id == target.id and node is not target]
    if len(same) < 2 or not all(isinstance(node.ctx, ast.Load) and node.lineno > call.lineno for node in same):
        return
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    arguments = {id(each) for node in calls for each in (*node.args, *(word.value for word in node.keywords))}
    for node in same:
        if id(node) in arguments:
            text = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, f"({given})")])
            if text is not None:
                yield Rewritten(text, node.lineno, given, target.id)


def with_operands_swapped(source: str, line: int | None, kind: str) -> Iterator[Rewritten]:
    """Give the script with the two operands of an op of this kind, which stands in that line, each in the other's
    place."""
    tree = tree_of(source)
    for node in ast.walk(tree) if tree is not None else ():
        operands: Sequence[ast.expr] = ()
        if isinstance(node, ast.BinOp) and isinstance(node.op, _OPERATORS.get(kind, ())):
            operands = (node.left, node.right)
        elif isinstance(node, ast.Call) and last_name(node.func) in _OF_TWO.get(kind, ()):
            operands = node.args[:2]
        if len(operands) != 2 or not _covers(node, line):
            continue
        texts = [ast.get_source_segment(source, each) for each in operands]
        edits = [
            Edit(each.lineno, each.col_offset, each.end_col_offset or 0, f"({other})")
            for each, other in zip(operands, texts[::-1], strict=True)
            if other is not None and each.lineno == each.end_lineno
        ]
        text = edited(source, edits) if len(edits) == 2 else None
        if text is not None and operands[0].lineno == operands[1].lineno:
            was = ast.unparse(node)
            yield Rewritten(text, operands[0].lineno, f"{texts[1]} before {texts[0]}", was)


def with_arguments_swapped(source: str, lines: frozenset[int]) -> Iterator[Rewritten]:
    """Give the script with the two arguments of a call in one of these lines each in the other's place: those given by
    their places, of a call that has no more than two arrays."""
    tree = tree_of(source)
    for node in ast.walk(tree) if tree is not None else ():
        if not isinstance(node, ast.Call) or not any(_covers(node, line) for line in lines):
            continue
        given = [each for each in node.args if not isinstance(each, ast.Constant)]
        if len(given) != 2 or any(map(_is_list, given)) or last_name(node.func) in _ALIKE | _NO_ARRAYS:
            continue
        texts = [ast.get_source_segment(source, each) for each in given]
        edits = [
            Edit(each.lineno, each.col_offset, each.end_col_offset or 0, other)
            for each, other in zip(given, texts[::-1], strict=True)
            if other is not None and each.lineno == each.end_lineno
        ]
        text = edited(source, edits) if len(edits) == 2 else None
        if text is not None:
            yield Rewritten(text, given[0].lineno, f"{texts[1]} before {texts[0]}", ast.unparse(node))


def _is_list(node: ast.expr) -> bool:
    return isinstance(node, ast.List | ast.Tuple | ast.Starred | ast.GeneratorExp | ast.ListComp)


def with_operation(source: str, line: int | None, kind: str, other: str) -> Iterator[Rewritten]:
    """Give the script with an op of another kind where it has one of this kind: in that line, as an operator or a call,
    or the name of an activation wherever it stands, or a layer that pools."""
    tree = tree_of(source)
    if tree is None:
        return
    yield from _with_operator(source, tree, line, kind, other)
    nodes = sorted(
        (node for node in ast.walk(tree) if isinstance(node, ast.Attribute | ast.Name | ast.Constant)),
        key=lambda node: (not _covers(node, line), node.lineno),
    )
    for node in nodes:
        now = _renamed(node, kind, other, covers=_covers(node, line))
        if now is None or node.end_lineno is None or node.end_col_offset is None:
            continue
        at, end = node.end_lineno, node.end_col_offset
        was = now[0]
        start = node.col_offset if isinstance(node, ast.Constant) else end - len(was.encode())
        text = edited(source, [Edit(at, start, end, now[1])])
        if text is not None:
            yield Rewritten(text, at, now[1], was)


def _with_operator(source: str, tree: ast.AST, line: int | None, kind: str, other: str) -> Iterator[Rewritten]:
    for node in ast.walk(tree):
        is_it = isinstance(node, ast.BinOp) and isinstance(node.op, _OPERATORS.get(kind, ()))
        if not isinstance(node, ast.BinOp) or not is_it or other not in _SYMBOLS or not _covers(node, line):
            continue
        now = f"(({ast.unparse(node.left)}) {_SYMBOLS[other]} ({ast.unparse(node.right)}))"
        if node.lineno == node.end_lineno:
            text = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset or 0, now)])
            if text is not None:
                yield Rewritten(text, node.lineno, now, ast.unparse(node))


def _renamed(node: ast.AST, kind: str, other: str, *, covers: bool) -> tuple[str, str] | None:
    """What stands there, and what is to stand there."""
    if isinstance(node, ast.Constant):
        named = isinstance(node.value, str) and node.value == kind.lower()
        if named and {kind, other} <= _ACTIVATIONS:
            return repr(node.value), repr(other.lower())
        return None
    name = last_name(node)
    if name in _CALLS.get(kind, ()) and other in _CALLS and (covers or kind in _ACTIVATIONS):
        return name, _CALLS[other][0]
    for pools, others in (_POOLS, _POOLS[::-1]):
        if (kind, other) == (pools[0], others[0]):
            for mine, its in zip(pools[1:], others[1:], strict=True):
                if mine in name:
                    return name, name.replace(mine, its)
    return None


def _covers(node: ast.AST, line: int | None) -> bool:
    first, last = getattr(node, "lineno", None), getattr(node, "end_lineno", None)
    return line is not None and first is not None and last is not None and first <= line <= last


def _instead(source: str, node: ast.expr, kept: ast.expr) -> Iterator[Rewritten]:
    ends = node.end_lineno, node.end_col_offset, kept.end_lineno, kept.end_col_offset
    if None in ends or not (node.lineno == kept.lineno and node.end_lineno == kept.end_lineno):
        return
    edits: Sequence[Edit] = (
        Edit(node.lineno, node.col_offset, kept.col_offset, "("),
        Edit(node.end_lineno or 0, kept.end_col_offset or 0, node.end_col_offset or 0, ")"),
    )
    text = edited(source, edits)
    if text is not None:
        yield Rewritten(text, node.lineno, ast.unparse(kept), ast.unparse(node))
