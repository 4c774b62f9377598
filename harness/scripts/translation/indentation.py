"""Indentation by tabs and spaces at once, which Python 3 refuses and Python 2 reads with a tab at every 8 columns."""

import io

from fissix.pgen2 import tokenize

_TAB = 8


def with_spaces(text: str) -> str:
    """Give the text with spaces for the tabs that begin its lines, the lines inside texts aside.

    A text that cannot be read as tokens is given as it is: whoever parses it says what is wrong.
    """
    inside: set[int] = set()
    try:
        for kind, _, (first, _), (last, _), _ in tokenize.generate_tokens(io.StringIO(text).readline):
            if kind == tokenize.STRING:
                inside.update(range(first + 1, last + 1))
    except (tokenize.TokenError, IndentationError):
        return text
    lines = text.split("\n")
    return "\n".join(line if at in inside else _expanded(line) for at, line in enumerate(lines, start=1))


def _expanded(line: str) -> str:
    body = line.lstrip(" \t")
    return line[: len(line) - len(body)].expandtabs(_TAB) + body


def mixes_tabs(text: str) -> bool:
    """Whether some lines begin with tabs and some with spaces."""
    starts = [line[: len(line) - len(line.lstrip(" \t"))] for line in text.split("\n")]
    return any("\t" in start for start in starts) and any(" " in start for start in starts)
