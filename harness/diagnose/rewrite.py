"""Edits of a script's text for an experiment: one token in place of another, so that every line keeps its number."""

import ast
import io
import tokenize
from collections.abc import Callable, Iterator


def with_constant(source: str, old: float, new: float) -> str | None:
    """Give a script with ``new`` wherever it has the number ``old``, however that is written (``1e-1``, ``0.10``).

    A sign is no part of a number. None where the number does not occur, or the text is no Python 3.
    """
    text = repr(new) if new >= 0 else f"({new!r})"
    return _replaced(source, tokenize.NUMBER, lambda token: text if _number(token) == old else None)


def true_division(source: str) -> str | None:
    """Give a script with ``/`` wherever it has ``//``; None where it has none, or the text is no Python 3."""
    return _replaced(source, tokenize.OP, lambda token: {"//": "/", "//=": "/="}.get(token))


def float32_powers(source: str) -> str | None:
    """Give a script whose decays, ``rate * decay ** x`` with numbers or names for rate and decay and no number for x,
    are computed in NumPy's float32; None where it has none, or the text is no Python 3.

    TensorFlow's own schedules round in the same places.
    """
    try:
        operands = list(_operands(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    # Offsets count bytes.
    lines = [line.encode() for line in io.StringIO(source)]
    edits = [(node.lineno, node.col_offset, b'__import__("numpy").float32(') for node in operands]
    edits += [(node.end_lineno or 0, node.end_col_offset or 0, b")") for node in operands]
    for number, offset, text in sorted(edits, reverse=True):
        line = lines[number - 1]
        lines[number - 1] = line[:offset] + text + line[offset:]
    return b"".join(lines).decode() if operands else None


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


def _replaced(source: str, kind: int, change: Callable[[str], str | None]) -> str | None:
    """The text with every token of a kind changed for which ``change`` gives another."""
    try:
        ast.parse(source)
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except (SyntaxError, ValueError, tokenize.TokenError, RecursionError, MemoryError):
        return None
    # As `tokenize` counts lines, by its own reader: str.splitlines knows more ends of a line than Python does.
    lines = list(io.StringIO(source))
    found = False
    for token in reversed(tokens):
        text = change(token.string) if token.type == kind else None
        if text is not None:
            found = True
            row, (start, end) = token.start[0] - 1, (token.start[1], token.end[1])
            lines[row] = lines[row][:start] + text + lines[row][end:]
    return "".join(lines) if found else None


def _number(token: str) -> float | None:
    value = ast.literal_eval(token)
    return value if isinstance(value, int | float) else None
