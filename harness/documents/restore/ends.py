"""Where a statement may end in a text without line breaks: at a place where the next word cannot belong to it."""

import re
from collections.abc import Iterator

from harness.documents.restore.scan import Token, depth_after, scan
from harness.documents.restore.statement import Statement, statement

_INFIX = frozenset(("and", "or", "not", "in", "is", "as", "if", "else", "for", "from", "import", "lambda", "await"))
# Behind these words an expression follows.
_WANTS = _INFIX.union(
    ("elif", "while", "return", "yield", "raise", "assert", "del", "global", "with", "def", "class", "async"),
    ("print", "exec", "except", "nonlocal"),
)
_HEADS = frozenset(("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "async"))
_MOST_WORDS = 40


def ends(text: str, start: int) -> list[tuple[int, str, Statement]]:
    """Give the places where a statement that begins at ``start`` may end, with its text and what it is. A line break
    outside of brackets may be a wrapped line; a comment inside of brackets may end at any word of it."""
    first = next(scan(text, start), None)
    if first is None or first.kind not in ("name", "string", "op") or first.text in ")]},:.;=":
        return []
    found: dict[int, tuple[int, str, Statement]] = {}
    budget = [4 * _MOST_WORDS]
    for end, piece in _walk(text, start, start, "", 0, first.text, budget):
        read = statement(piece)
        if read is not None and end not in found and not (read.kind in _HEADS and not read.opens):
            found[end] = (end, piece, read)
    return list(found.values())


def _walk(
    text: str, start: int, place: int, before: str, depth: int, first: str, budget: list[int]
) -> Iterator[tuple[int, str]]:
    """``before`` is what was taken already; from ``place`` on the text goes on as code, at a depth of brackets."""
    last: Token | None = None
    for token in scan(text, place):
        if token.kind == "other":
            return
        if token.kind == "newline":
            if depth == 0 and last is not None:
                yield last.end, _piece(before, text[place : last.end])
                budget[0] -= 10
                if budget[0] < 0:
                    return
            continue
        if token.kind == "comment":
            if depth == 0:
                if last is not None:
                    yield last.end, _piece(before, text[place : last.end])
                return
            yield from _past_comment(text, start, (place, token.start), before, depth, first, budget)
            return
        if last is not None and depth == 0 and _junction(last, token):
            yield last.end, _piece(before, text[place : last.end])
            if _hard(last, token, first):
                return
        depth = depth_after(token, depth)
        if depth < 0:
            return
        last = token
        if depth == 0 and token.text == ":" and first in _HEADS:
            yield token.end, _piece(before, text[place : token.end])
    if last is not None and depth == 0:
        yield last.end, _piece(before, text[place : last.end])


def _past_comment(
    text: str, start: int, span: tuple[int, int], before: str, depth: int, first: str, budget: list[int]
) -> Iterator[tuple[int, str]]:
    place, comment = span
    stop = text.find("\n", comment)
    stop = len(text) if stop < 0 else stop
    words = [match.end() for match in re.compile(r"\S+\s+").finditer(text, comment + 1, stop)]
    if stop < len(text):
        words.insert(0, stop + 1)
    for word in words[:_MOST_WORDS]:
        budget[0] -= 1
        if budget[0] < 0:
            return
        taken = f"{before}{text[place:comment]}{text[comment:word].rstrip()}\n"
        yield from _walk(text, start, word, taken, depth, first, budget)


def _piece(before: str, text: str) -> str:
    """Line breaks outside of brackets become spaces, and so do backslashes that stood before one."""
    if "\\" in text:
        text = _without_backslashes(text)
    if "\n" not in text:
        return before + text
    depth = 0
    for token in scan(before):
        depth = depth_after(token, depth)
    written, place = [], 0
    for token in scan(text):
        if token.kind == "newline" and depth == 0:
            written += [text[place : token.start].rstrip(), " "]
            place = token.end + len(text[token.end :]) - len(text[token.end :].lstrip(" \t"))
        depth = depth_after(token, depth)
    return before + "".join([*written, text[place:]])


def _without_backslashes(text: str) -> str:
    written, place = [], 0
    for token in scan(text):
        gap = text[place : token.start]
        written += [" " if "\\" in gap and "\n" not in gap else gap, token.text]
        place = token.end
    return "".join([*written, text[place:]])


def _junction(last: Token, token: Token) -> bool:
    if not _may_end(last):
        return False
    if token.kind == "name":
        return token.text not in ("and", "or", "in", "is", "as")
    return token.kind == "string" or token.text in ("@", "(", "[", "...", ";")


def _may_end(last: Token) -> bool:
    if last.kind == "name":
        return last.text not in _WANTS or last.text in ("return", "print")
    return last.kind in ("number", "string") or last.text in (")", "]", "}", "...", ";", "`")


def _hard(last: Token, token: Token, first: str) -> bool:
    """Whether no statement goes on over this junction."""
    if last.text in ("print", "return", "exec") or token.kind != "name":
        return False
    return token.text not in _INFIX or (token.text == "import" and first != "from")
