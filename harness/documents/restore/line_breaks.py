"""Lost line breaks: a text is cut into statements and comments so that all of it parses.

Where a comment ends, nothing says but the statement that follows it. A path through the places where something may
begin, cheapest first: each place is reached in few ways, and each statement is parsed once.
"""

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.documents.restore.ends import ends
from harness.documents.restore.looks import may_start, oddness
from harness.documents.restore.scan import tokens
from harness.documents.restore.statement import Statement

_WAYS = 16
_COMMENT, _WORD, _CODE, _OVER_BREAK = 0.3, 0.15, 0.3, 1.5
# A comment shorter than this holds no two statements, and what costs less than that is certainly one.
_LONG, _SURE = 40, 0.2
# So much of a comment tells.
_FAR = 2000
_SPACE = re.compile(r"\s*")
# The next word of a comment; where a script without spaces ends, code may begin as well.
_NEXT = re.compile(r"(?<=\s)\S|(?<=[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef])(?=[A-Za-z_@])")
_DECORATOR = re.compile(r"(?<=\S)\s+@\w")
# What a call costs less if the text itself defines the function.
_KNOWN = 0.3
_DEFINED = re.compile(r"\bdef\s+(\w+)\s*\(")
_DANGLING = re.compile(r"[-=,(\[{+*/<]$")


@dataclass(frozen=True)
class Piece:
    """A statement or a comment of a joined text: what it is, where it begins, and the space in front of it."""

    text: str
    start: int
    space: int
    statement: Statement | None


@dataclass(frozen=True)
class _Way:
    cost: float
    piece: Piece | None
    before: "_Way | None"
    code: int
    header: bool


def cuts(text: str, limit: int, deadline: float) -> tuple[tuple[float, tuple[Piece, ...]], ...]:
    """Give the likeliest ways to cut a text into statements and comments, with what each costs; none where none
    parses, or where the ``deadline`` (of ``time.process_time``) comes first."""
    known = frozenset(_DEFINED.findall(text))
    begin = _SPACE.match(text, 0).end()  # type: ignore[union-attr]
    reached: dict[int, list[_Way]] = {begin: [_Way(0.0, None, None, 0, True)]}
    waiting = [begin]
    while waiting:
        place = min(waiting)
        waiting.remove(place)
        if place >= len(text):
            break
        if time.process_time() > deadline:
            return ()
        for cost, piece, end in _edges(text, place):
            if piece.statement is not None and _called(piece.text) in known:
                cost -= _KNOWN
            after = _SPACE.match(text, end).end()  # type: ignore[union-attr]
            ways = reached.setdefault(after, [])
            if not ways and after not in waiting:
                waiting.append(after)
            for way in reached[place]:
                _add(ways, _extended(way, cost, piece))
    return tuple((way.cost, _pieces(way)) for way in reached.get(len(text), [])[:limit])


def _called(text: str) -> str:
    return text.partition("(")[0] if text.endswith(")") else ""


def _extended(way: _Way, cost: float, piece: Piece) -> _Way:
    if piece.statement is None:
        return _Way(way.cost + cost, piece, way, way.code, way.header)
    cost += oddness(piece.statement, way.header)
    return _Way(way.cost + cost, piece, way, hash((way.code, piece.statement.text)), piece.statement.opens)


def _add(ways: list[_Way], way: _Way) -> None:
    """Keep the cheapest; ways with the same statements differ in nothing that runs."""
    for number, other in enumerate(ways):
        if other.code == way.code:
            if way.cost < other.cost:
                ways[number] = way
                ways.sort(key=lambda kept: kept.cost)
            return
    ways.append(way)
    ways.sort(key=lambda kept: kept.cost)
    del ways[_WAYS:]


def _pieces(way: _Way) -> tuple[Piece, ...]:
    found: list[Piece] = []
    here: _Way | None = way
    while here is not None:
        if here.piece is not None:
            found.append(here.piece)
        here = here.before
    return tuple(reversed(found))


def _edges(text: str, place: int) -> Iterator[tuple[float, Piece, int]]:
    space = place - len(text[:place].rstrip(" \t"))
    if text[place] == "#":
        yield from _comments(text, place, space)
        return
    for end, written, statement in ends(text, place):
        broken = text.count("\n", place, end) - written.count("\n")
        # Who multiplies matrices leaves space on both sides, or on none.
        decorator = 2.0 if _DECORATOR.search(written) else 0.0
        yield 0.7 * broken + decorator, Piece(written, place, space, statement), end
    if text[place] == ";":
        yield 0.0, Piece("", place, space, None), place + 1


def _comments(text: str, place: int, space: int) -> Iterator[tuple[float, Piece, int]]:
    first = True
    over = words = code = 0
    here = place + 1
    while True:
        match = _NEXT.search(text, here)
        end = match.start() if match else len(text)
        words += 1
        over += text.count("\n", here, end)
        here = end + 1 if match and match[0] else max(end, here + 1)
        written = text[place:end].rstrip()
        is_break = "\n" in text[len(written) + place : end]
        bare = written.rstrip("#").strip() == ""
        stops = match is None or text[end] == "#" or is_break or (may_start(text, end) and not (first and bare))
        if stops:
            dangling = 3.0 if _DANGLING.search(written) and not (is_break or match is None) else 0.0
            cost = _COMMENT + _WORD * words + _CODE * code + dangling + _OVER_BREAK * (over - is_break)
            lines = re.sub(r"\n\s*#?\s*", "\n# ", written)
            yield cost, Piece(lines, place, space, None), end
            # From here on the comment holds what might have been a statement.
            code += match is not None and text[end] != "#" and may_start(text, end)
        if match is None:
            return
        first = first and bare


def hints(pieces: Sequence[Piece]) -> tuple[int | None, ...]:
    """The white space in front of each piece where some of it is wider than what parts two words: then what was lost is
    the line breaks alone."""
    spaces = [piece.space for piece in pieces]
    # One of them parts two words.
    return (
        tuple(max(0, space - 1) for space in spaces)
        if any(space > 1 for space in spaces[1:])
        else (None,) * len(spaces)
    )


def hides_code(text: str) -> bool:
    """Whether the comment in a line goes on as code: two statements and more, which nobody comments out in one line."""
    for token in tokens(text):
        if token.kind == "comment" and len(token.text) >= _LONG:
            return _sure_statements(token.text[:_FAR]) > 1
    return False


def _sure_statements(comment: str) -> int:
    """How many statements stand in a comment that cannot be words: they follow each other, or a comment each."""
    count = most = end = 0
    for match in _NEXT.finditer(comment, 1):
        if match.start() < end or comment[match.start()] == "#":
            continue
        sure = [
            stop
            for stop, _, read in (ends(comment, match.start()) if may_start(comment, match.start()) else ())
            if oddness(read, False) < _SURE
        ]
        if not sure:
            # Words behind a statement, and no sign of a comment before them, belong to one comment with it.
            behind = comment[end : match.start()].strip() if end else "#"
            count = count if behind.startswith("#") or not count else 0
            continue
        count, end = count + 1, max(sure)
        most = max(most, count)
    return most
