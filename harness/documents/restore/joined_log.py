"""Logs whose line breaks were lost: where each record begins, by the templates of the code or by their own shape."""

import re
from collections.abc import Sequence

from harness.documents.restore.elision import elisions
from harness.documents.restore.printed_parts import Field
from harness.documents.restore.templates import PrintTemplate, is_bare, matches
from harness.logs.documented import ELISION
from harness.words.printed import NUMBER

# No record has more words.
_WIDEST = 80
_MOST_PLACES = 20_000
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")


def records(text: str, templates: Sequence[PrintTemplate]) -> tuple[str, ...] | None:
    """Give the records of a line, each exactly as it stands there, elisions as ``...``; None where the templates do not
    make records of all of it. Words behind the last record that have no number are left out."""
    prints = [
        (pattern, _beginning(line), _lead(line), is_bare(line))
        for template in templates
        for pattern, line in zip(template.patterns, template.lines, strict=True)
        if line and not template.repeated
    ]
    if not prints or not text.strip():
        return None
    starts = _starts(text, [beginning for _, beginning, _, _ in prints])
    if len(starts) > _MOST_PLACES:
        return None
    gaps = dict(elisions(text))
    best: dict[int, tuple[float, int, str]] = {starts[0]: (0.0, -1, "")}
    place_of = {start: number for number, start in enumerate(starts)}
    for start in starts:
        if start not in best:
            continue
        for end, cost, lead in _from(text, start, starts, place_of[start], prints, gaps):
            total = best[start][0] + cost
            if end not in best or total < best[end][0]:
                best[end] = (total, start, lead)
    return _path(text, starts, best, gaps)


def _path(
    text: str, starts: Sequence[int], best: dict[int, tuple[float, int, str]], gaps: dict[int, int]
) -> tuple[str, ...] | None:
    end = len(text)
    if end not in best:
        reached = [place for place in best if place != starts[0] and not re.search(r"\d", text[place:])]
        if not reached:
            return None
        end = max(reached)
    found: list[str] = []
    while end != starts[0]:
        _, start, lead = best[end]
        found.append(ELISION if start in gaps else lead + text[start:end].strip())
        end = start
    return tuple(reversed(found)) or None


def _beginning(line: Sequence[str | Field]) -> str:
    """The first word of a line where it is fixed."""
    first = line[0]
    words = first.split() if isinstance(first, str) else []
    if not isinstance(first, str) or not words:
        return ""
    # A word that a field continues is fixed as far as it goes.
    return words[0]


def _lead(line: Sequence[str | Field]) -> str:
    """The white space that a line begins with."""
    first = line[0]
    return first[: len(first) - len(first.lstrip())] if isinstance(first, str) and first.strip(" ") != first else ""


def _starts(text: str, beginnings: Sequence[str]) -> list[int]:
    """The places where a record may begin: at words, and where a fixed beginning stands right behind a digit."""
    places = {match.start() for match in _WORD.finditer(text)}
    for beginning in beginnings:
        if len(beginning) > 1 or (beginning and not beginning.isascii()):
            places |= {match.start() for match in re.finditer(rf"(?<=[\d.\]]){re.escape(beginning)}", text)}
    return sorted(places)


def _from(
    text: str,
    start: int,
    starts: Sequence[int],
    number: int,
    prints: Sequence[tuple[re.Pattern[str], str, str, bool]],
    gaps: dict[int, int],
) -> list[tuple[int, float, str]]:
    """Where what begins at a place may end, and what that costs: fewest records first, those with words of their own
    before those of values alone."""
    if start in gaps:
        after = next((place for place in starts[number + 1 :] if place >= gaps[start]), len(text))
        return [(after, 0.1, "")]
    found = []
    ends = [*starts[number + 1 : number + 1 + _WIDEST], *([len(text)] if number + _WIDEST + 1 >= len(starts) else [])]
    for pattern, beginning, lead, bare in prints:
        if beginning and not text.startswith(beginning, start):
            continue
        found += [(end, 1.0 + bare, lead) for end in ends if matches(pattern, text[start:end].rstrip())]
    return found


def alike(text: str) -> tuple[str, ...] | None:
    """Give the records of a line that is the same words again and again, with other numbers; None for any other."""
    gaps = elisions(text)
    edges = [0, *(edge for gap in gaps for edge in gap), len(text)]
    pieces = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    words = [[(match.start(), NUMBER.sub("#", match[0])) for match in _WORD.finditer(piece)] for piece in pieces]
    shape = [word for _, word in words[0]] if words else []
    for size in range(1, len(shape) + 1):
        unit = shape[:size]
        if not any(_LETTER.search(word) for word in unit) or not any("#" in word for word in unit):
            continue
        counts = [len(piece) / size for piece in words]
        if sum(counts) < (3 if size < 3 else 2) or any(count != int(count) for count in counts):
            continue
        if all([word for _, word in piece] == unit * int(count) for piece, count in zip(words, counts, strict=True)):
            return _cut(pieces, words, size)
    return None


def _cut(pieces: Sequence[str], words: Sequence[Sequence[tuple[int, str]]], size: int) -> tuple[str, ...]:
    found: list[str] = []
    for number, (piece, places) in enumerate(zip(pieces, words, strict=True)):
        if number:
            found.append(ELISION)
        starts = [place for place, _ in places[::size]]
        found += [piece[start:end].strip() for start, end in zip(starts, [*starts[1:], len(piece)], strict=True)]
    return tuple(found)
