"""Rewriting: a script with another way to divide, or to compute a decay, for an experiment."""

import ast
import io
import tokenize
from collections.abc import Iterator

from harness.diagnose.sources.text.syntax import Edit, edited, tree_of


def true_division(source: str) -> str | None:
    """Give a script with ``/`` wherever it has ``//``; None where it has none, or the text is no Python 3."""
    if tree_of(source) is None:
        return None
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (SyntaxError, ValueError, tokenize.TokenError, RecursionError, MemoryError):
        return None
    # As `tokenize` counts lines, by its own reader, and columns in characters.
    lines = list(io.StringIO(source))
    found = False
    for token in reversed(tokens):
        if token.type == tokenize.OP and token.string in ("//", "//="):
            found = True
            row, start = token.start
            lines[row - 1] = lines[row - 1][:start] + lines[row - 1][start + 1 :]
    return "".join(lines) if found else None


def float32_powers(source: str) -> str | None:
    """Give a script whose decays, ``rate * decay ** x`` with numbers or names for rate and decay and no number for x,
    are computed in NumPy's float32; None where it has none, or the text is no Python 3.

    TensorFlow's own schedules round in the same places.
    """
    tree = tree_of(source)
    try:
        operands = list(_operands(tree)) if tree is not None else []
    except RecursionError:
        return None
    edits = [Edit(node.lineno, node.col_offset, node.col_offset, '__import__("numpy").float32(') for node in operands]
    ends = [(node.end_lineno or 0, node.end_col_offset or 0) for node in operands]
    return edited(source, [*edits, *(Edit(line, end, end, ")") for line, end in ends)])


def _operands(node: ast.AST) -> Iterator[ast.expr]:
    """What is multiplied and raised in the decays below a node."""
    if isinstance(node, ast.JoinedStr):  # before 3.12 the places in it are wrong
        return
    match node:
        case ast.BinOp(op=ast.Mult(), left=ast.Constant() | ast.Name() as rate, right=right) if _is_decay(right):
            yield rate
        case ast.BinOp(op=ast.Pow(), left=base, right=power) if _is_decay(node):
            yield from (base, power)
    for child in ast.iter_child_nodes(node):
        yield from _operands(child)


def _is_decay(node: ast.AST) -> bool:
    match node:
        case ast.BinOp(op=ast.Pow(), left=ast.Constant(value=float()) | ast.Name(), right=power):
            return not isinstance(power, ast.Constant | ast.UnaryOp)
    return False
