"""Damaged lines cut into statements, in all likely ways: those that parse as they stand, and regions that do not."""

import builtins
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from harness.documents.document import Line
from harness.documents.restore.line_breaks import Piece, cuts, hides_code, hints
from harness.documents.restore.logical import Chunk, Logical, chunks
from harness.documents.restore.looks import may_start, oddness
from harness.documents.restore.scan import tokens

BREAKS, WRAPPED, PAGE = "line breaks", "wrapped lines", "text of the page"
# Ways that are followed, and those of them that are given.
_WAYS, _GIVEN = 16, 6
# Ways that cost so much more than the cheapest are not looked at.
_UNLIKELY = 5.0
# What a name costs that nothing defines.
_UNDEFINED, _UNKNOWN = 3.0, 0.3
_BUILT_IN = frozenset(dir(builtins)) | {"xrange", "raw_input", "unicode", "self"}
# Words of prose that happen to be Python cost more each.
_PROSE = 3.5
# What it costs to leave out lines before or behind the code, and each of them.
_LEFT_OUT, _LINE_LEFT_OUT, _CODE_LEFT_OUT = 3.0, 0.3, 4.0


@dataclass(frozen=True)
class Parts:
    """One way to cut lines into statements. ``tail`` are comments and blank lines behind the last one."""

    cost: float
    logicals: tuple[Logical, ...]
    tail: tuple[Line, ...]
    restored: tuple[str, ...]


@dataclass(frozen=True)
class _Item:
    """A statement, or lines that are none (a comment, a blank line)."""

    lines: tuple[Line, ...]
    logical: Logical | None = None


@dataclass(frozen=True)
class _Way:
    cost: float
    items: tuple[_Item, ...]
    restored: tuple[str, ...] = ()


def parts(lines: Sequence[Line], deadline: float) -> tuple[tuple[Parts, ...], Line | None]:
    """Give the likeliest ways to cut lines into statements; or none, and the line at which no way goes on."""
    every = chunks(lines)
    regions = _regions(every)
    ways: list[_Way] = [_Way(0.0, ())]
    for number, (damaged, region) in enumerate(regions):
        here = _mended(region, deadline) if damaged else [_Way(0.0, _items(region))]
        if damaged and len(regions) > 1 and _may_be_left_out(number, regions):
            here = [*here, _Way(_left_out(region), (), (PAGE,))]
        if not here:
            return (), region[0].lines[0]
        joined = (
            _Way(one.cost + other.cost, one.items + other.items, one.restored + other.restored)
            for one, other in itertools.product(ways, here)
        )
        ways = sorted(joined, key=lambda way: way.cost)[:_WAYS]
    found = [made for made in map(_parts, ways) if made.logicals]
    bound = frozenset().union(*(_bound(made.logicals) for made in found))
    found = [replace(made, cost=made.cost + _undefined(made.logicals, bound)) for made in found]
    found.sort(key=lambda made: made.cost)
    return tuple(made for made in found if made.cost <= found[0].cost + _UNLIKELY)[:_GIVEN], None


def _regions(every: Sequence[Chunk]) -> list[tuple[bool, list[Chunk]]]:
    """Neighbouring chunks, those that parse and those that do not. A comment in front of what does not parse may have
    been wrapped, so it belongs there."""
    nothing = all(chunk.blank for chunk in every)
    bad = [not chunk.blank and (chunk.statement is None or oddness(chunk.statement, False) >= 4) for chunk in every]
    for number, chunk in enumerate(every):
        follows = number + 1 < len(every) and bad[number + 1]
        commented = any(token.kind == "comment" for line in chunk.lines for token in tokens(line.text))
        if follows and commented:
            bad[number] = True
        if _follows_deeper(every, number):
            bad[number] = True
        # Where all is a comment, some of it is the code.
        if commented and (nothing or hides_code(chunk.lines[-1].text)):
            bad[number] = True
    found: list[tuple[bool, list[Chunk]]] = []
    for chunk, damaged in zip(every, bad, strict=True):
        if found and (found[-1][0] == damaged or (found[-1][0] and _is_blank(chunk) and _bad_after(every, bad, chunk))):
            found[-1][1].append(chunk)
        else:
            found.append((damaged, [chunk]))
    return found


def _follows_deeper(every: Sequence[Chunk], number: int) -> bool:
    """Whether a header has a body in its line, and one below it: then the first line of that was joined to it."""
    chunk = every[number]
    if chunk.statement is None or not chunk.statement.kind or chunk.statement.opens:
        return False
    after = next((other for other in every[number + 1 :] if not other.blank), None)
    return after is not None and _width(after.lines[0].text) > _width(chunk.lines[0].text)


def _bad_after(every: Sequence[Chunk], bad: Sequence[bool], chunk: Chunk) -> bool:
    place = next(number for number, other in enumerate(every) if other is chunk)
    return place + 1 < len(every) and bad[place + 1]


def _is_blank(chunk: Chunk) -> bool:
    return chunk.blank and not chunk.lines[0].text.strip()


def _may_be_left_out(number: int, regions: Sequence[tuple[bool, list[Chunk]]]) -> bool:
    before = any(chunk.statement for damaged, region in regions[:number] if not damaged for chunk in region)
    after = any(chunk.statement for damaged, region in regions[number + 1 :] if not damaged for chunk in region)
    return before != after


def _left_out(region: Sequence[Chunk]) -> float:
    lines = [line.text.strip() for chunk in region for line in chunk.lines]
    return _LEFT_OUT + sum(_CODE_LEFT_OUT if may_start(line, 0) else _LINE_LEFT_OUT for line in lines)


def _items(region: Sequence[Chunk]) -> tuple[_Item, ...]:
    return tuple(
        _Item(
            chunk.lines,
            Logical((), chunk.lines, chunk.statement, _width(chunk.lines[0].text)) if chunk.statement else None,
        )
        for chunk in region
    )


def _width(text: str) -> int:
    expanded = text.expandtabs(8)
    return len(expanded) - len(expanded.lstrip())


def _mended(region: Sequence[Chunk], deadline: float) -> list[_Way]:
    lines = [line for chunk in region for line in chunk.lines]
    ways: list[_Way] = []
    for text, cost in _texts(lines):
        if time.process_time() > deadline:
            break
        ways += [
            _way(found, cost + price, text, lines)
            for price, found in cuts(text, _WAYS, deadline)
            if price <= _PROSE * sum(piece.statement is not None for piece in found) + _PROSE
        ]
    ways.sort(key=lambda way: way.cost)
    return ways[:_WAYS]


def _texts(lines: Sequence[Line]) -> list[tuple[str, float]]:
    """The lines as one text; and, where a line ends within quotes, with the next one taken to it, with a space and
    without."""
    plain = "\n".join(line.text for line in lines)
    found = [(plain, 0.0)]
    if any(_unclosed(line.text) for line in lines):
        for glue, cost in ((" ", 0.5), ("", 0.7)):
            text = ""
            for line in lines:
                text += line.text if not text else glue + line.text.lstrip() if _unclosed(text) else "\n" + line.text
            found.append((text, cost))
    return found


def _unclosed(text: str) -> bool:
    last = text.rpartition("\n")[2]
    return any(token.kind == "other" and token.text in "'\"" for token in tokens(last))


def _way(found: Sequence[Piece], cost: float, text: str, lines: Sequence[Line]) -> _Way:
    items: list[_Item] = []
    broken = wrapped = False
    spaces = hints(found)
    ends_at = -1
    for piece, space in zip(found, spaces, strict=True):
        if not piece.text:
            continue
        number = _number(piece.start, text, lines)
        begins = not text[text.rfind("\n", 0, piece.start) + 1 : piece.start].strip()
        line = Line(number, piece.text)
        blanks = text.count("\n", ends_at, piece.start) - 1 if ends_at >= 0 else 0
        items += [_Item((Line(number, ""),))] * max(0, blanks)
        flowed = text.count("\n", piece.start, piece.start + len(piece.text) + 1) > piece.text.count("\n") + 1
        wrapped |= flowed or (piece.statement is None and "\n" in piece.text) or piece.text not in text
        if piece.statement is None:
            trailing = not begins and items and items[-1].logical is not None and "\n" not in piece.text
            if trailing and items[-1].logical is not None:
                items[-1] = _with_comment(items[-1].logical, piece.text)
            else:
                items.append(_Item(tuple(Line(number, part) for part in piece.text.split("\n"))))
        else:
            broken |= not begins
            physical = tuple(Line(number, part) for part in line.text.split("\n"))
            hint = _width(text[text.rfind("\n", 0, piece.start) + 1 : piece.start] + "x") if begins else space
            items.append(_Item(physical, Logical((), physical, piece.statement, hint)))
        ends_at = piece.start + len(piece.text)
    words = (BREAKS,) * broken + (WRAPPED,) * wrapped
    return _Way(cost, tuple(items), words)


def _with_comment(logical: Logical, comment: str) -> _Item:
    last = logical.lines[-1]
    physical = (*logical.lines[:-1], replace(last, text=f"{last.text}  {comment}"))
    return _Item(physical, replace(logical, lines=physical))


def _number(place: int, text: str, lines: Sequence[Line]) -> int:
    """The line of the document that a place of the text stands in. Lines that were taken together count as their
    first."""
    return lines[min(text.count("\n", 0, place), len(lines) - 1)].number


def _parts(way: _Way) -> Parts:
    logicals: list[Logical] = []
    lead: list[Line] = []
    for item in way.items:
        if item.logical is None:
            lead += item.lines
        else:
            logicals.append(replace(item.logical, lead=tuple(lead)))
            lead = []
    restored = tuple(word for word in (PAGE, BREAKS, WRAPPED) if word in way.restored)
    return Parts(way.cost, tuple(logicals), tuple(lead), restored)


def _bound(logicals: Sequence[Logical]) -> frozenset[str]:
    return frozenset().union(*(logical.statement.binds | logical.statement.parameters for logical in logicals))


def _undefined(logicals: Sequence[Logical], known: frozenset[str]) -> float:
    """What the names cost that no statement defines: much where another way to cut the text defines them, for there the
    statement was taken for a comment here; little where the text is part of a longer one."""
    read = frozenset().union(*(logical.statement.reads for logical in logicals))
    missing = read - _bound(logicals) - _BUILT_IN
    return _UNDEFINED * len(missing & known) + _UNKNOWN * len(missing - known)
