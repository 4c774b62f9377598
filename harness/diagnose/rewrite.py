"""Edits of a script's text for an experiment: one token in place of another, so that every line keeps its number."""

import ast
import io
import tokenize
from collections.abc import Callable


def with_constant(source: str, old: float, new: float) -> str | None:
    """Give a script with ``new`` wherever it has the number ``old``, however that is written (``1e-1``, ``0.10``).

    A sign is no part of a number. None where the number does not occur, or the text is no Python 3.
    """
    text = repr(new) if new >= 0 else f"({new!r})"
    return _replaced(source, tokenize.NUMBER, lambda token: text if _number(token) == old else None)


def true_division(source: str) -> str | None:
    """Give a script with ``/`` wherever it has ``//``; None where it has none, or the text is no Python 3."""
    return _replaced(source, tokenize.OP, lambda token: {"//": "/", "//=": "/="}.get(token))


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
