"""The tokens of a text of Python 2 or 3 that may be damaged: what cannot be read is a token, never an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\f\u00a0\u3000]+|\\[ \t]*(?:\r?\n|(?<=[ \t])(?=\S)))
    | (?P<newline>\n)
    | (?P<comment>\#[^\n]*)
    | (?P<string>(?:[rRuUbBfF]{1,3}(?=['"]))?(?:
          \"\"\"(?:[^\\]|\\.)*?\"\"\" | '''(?:[^\\]|\\.)*?'''
        | "(?!"")(?:[^"\\\n]|\\.)*" | '(?!'')(?:[^'\\\n]|\\.)*' ))
    | (?P<number>(?:0[xXoObB][0-9a-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJlL]?)
    | (?P<name>[^\W\d]\w*)
    | (?P<op>\*\*=|//=|>>=|<<=|\.\.\.|<>|!=|->|:=|\*\*|//|>>|<<|<=|>=|==|[-+*/%&|^@]=|[-+*/%@&|^~<>()\[\]{},:.;=`])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_OPEN, _CLOSE = "([{", ")]}"


@dataclass(frozen=True)
class Token:
    """A token: its ``kind`` (name, number, string, op, comment, newline, other), its text, and where it begins and
    ends."""

    kind: str
    text: str
    start: int
    end: int


def scan(text: str, start: int = 0) -> Iterator[Token]:
    """Give the tokens from a place on, white space and backslashes at line ends left out, also where the line's end is
    a space now. A quote that nothing closes
    is a token of kind ``other``."""
    place = start
    while place < len(text) and (match := _TOKEN.match(text, place)):
        place = match.end()
        if match.lastgroup and match.lastgroup != "space":
            yield Token(match.lastgroup, match[0], match.start(), place)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Give all tokens of a text."""
    return tuple(scan(text))


def depth_after(token: Token, depth: int) -> int:
    """How many brackets are open after a token if ``depth`` were before it."""
    if token.kind != "op":
        return depth
    return depth + (token.text in _OPEN) - (token.text in _CLOSE)


def without_comment(text: str) -> str:
    """Give a text without the comments in it, nor the space in front of them."""
    kept, place = [], 0
    for token in tokens(text):
        if token.kind == "comment":
            kept.append(text[place : token.start].rstrip(" \t"))
            place = token.end
    return "".join([*kept, text[place:]])
