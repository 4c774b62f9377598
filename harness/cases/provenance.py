"""Provenance: every line of a documented log is in its note, and every log line of a note is in some documented log."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.cases.case import Case, Variant
from harness.cases.notes import Note
from harness.logs.documented import DocumentedLine
from harness.words.errors import UsageError

# What may stand between two lines of a log: line breaks, which a scraper may have lost, and comment signs.
_BETWEEN_LINES = r"[\s#]*"
# And where lines are left out: the same with dots of any kind.
_ELISION = r"[\s#.。…]+"
# What is found is not the end of another number or word, nor the beginning of one.
_BEGINNING = r"(?<![A-Za-z0-9_.+-])"
_END = r"(?![A-Za-z0-9_]|\.\d)"
# A number that only a run prints: nobody writes five decimals by hand. Or a line of nothing but numbers.
_LOG_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])(-?\d+\.\d{5,}(?:e[+-]?\d+)?|-?\d+(?:\.\d+)?e[+-]\d+)(?![A-Za-z0-9_]|\.\d)"
)
_NUMBER = r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?"
_LOG_LINE = re.compile(rf"^[ \t#]*(?=[\d \t.e+-]*\d\.\d)({_NUMBER}(?:[ \t]+{_NUMBER})*)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Span:
    """A part of a note's text: characters ``start`` to ``end``, on the lines ``first`` to ``last``, from 1."""

    start: int
    end: int
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class LogSource:
    """Where one documented log comes from; ``place`` is None where the note does not have it, for ``problem``."""

    subject: str
    note: str
    lines: int
    place: Span | None
    problem: str


def read_note(folder: Path, note: Note) -> str:
    """Give a note's text. Raises UsageError where it is missing, or is not the one that the cases were made from."""
    path = folder / note.file
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the note {note.key} cannot be read: {error.strerror}", path) from None
    if hashlib.sha256(data).hexdigest() != note.sha256:
        raise UsageError(
            f"this is another text than golden/notes.toml has for the note {note.key} (SHA-256 differs)", path
        )
    return data.decode("utf-8")


def locate(variant: Variant, text: str, taken: Iterable[Span]) -> Span | str:
    """Give the first place in a note, not taken yet, that is a documented log: its lines in order, with white space
    folded, with nothing between them but line breaks, comment signs and elisions. A text instead says what is wrong."""
    pattern = re.compile(_ELISION.join(_block_pattern(block) for block in variant.log.blocks))
    occupied = list(taken)
    match = pattern.search(text)
    if match is None:
        return _what_is_missing(variant, text)
    while match is not None:
        start, end = match.span()
        if not any(start < part.end and part.start < end for part in occupied):
            return place_of(text, start, end)
        match = pattern.search(text, start + 1)
    return "another documented log has these lines already"


def place_of(text: str, start: int, end: int) -> Span:
    """Give a part of a text with its lines."""
    return Span(start, end, text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1)


def uncovered(text: str, places: Sequence[Span], quotes: Sequence[str]) -> list[tuple[int, str]]:
    """Give line and text of everything in a note that only a run can have printed and that no documented log or quoted
    claim has."""
    found = {}
    for match in [*_LOG_LINE.finditer(text), *_LOG_NUMBER.finditer(text)]:
        shown, start = match[1], match.start(1)
        inside = any(place.start <= start < place.end for place in places)
        whole = re.compile(rf"(?<![\w.+-]){re.escape(shown)}(?!\w|\.\d)")
        if not inside and not any(whole.search(quote) for quote in quotes):
            found[start] = (text.count("\n", 0, start) + 1, shown)
    return [found[start] for start in sorted(found)]


def trace_back(cases: Sequence[Case], notes: dict[str, str]) -> tuple[list[LogSource], list[str]]:
    """Hold every documented log against its note's text; give a finding for each log that a note printed, and a line
    for each erratum or claim whose line or quote the note has not there, and for all that the notes print and no case
    covers."""
    findings: list[LogSource] = []
    misquoted: list[str] = []
    places: dict[str, list[Span]] = {key: [] for key in notes}
    quotes: dict[str, list[str]] = {key: [] for key in notes}
    for case in cases:
        key = case.note.key
        quotes[key] += [claim.quote for claim in case.claims]
        misquoted += _misquoted(case, notes[key])
        for variant in case.variants:
            if variant.derived:
                continue
            place = locate(variant, notes[key], places[key])
            name = f"{case.name}[{variant.name}]" if variant.name else case.name
            count = len(variant.log.lines)
            if isinstance(place, str):
                findings.append(LogSource(name, key, count, None, place))
                # Said once, of the log; else each of its right lines would be said to be covered by no case.
                places[key] += _places_of_lines(variant, notes[key])
            else:
                places[key].append(place)
                findings.append(LogSource(name, key, count, place, ""))
    missed = [
        f"no case covers note {key}, line {line}: {shown}"
        for key in notes
        for line, shown in uncovered(notes[key], places[key], quotes[key])
    ]
    return findings, misquoted + missed


def _places_of_lines(variant: Variant, text: str) -> list[Span]:
    """Wherever any line of a documented log stands."""
    patterns = {_BEGINNING + _line_pattern(line.text) for line in variant.log.lines}
    return [place_of(text, *match.span()) for pattern in patterns for match in re.finditer(pattern, text)]


def _misquoted(case: Case, text: str) -> list[str]:
    lines = text.split("\n")
    found = []
    for number, quote in [(each.line, "") for each in case.errata] + [(each.line, each.quote) for each in case.claims]:
        if not 0 < number <= len(lines):
            found.append(f"note {case.note.key}, line {number}: {case.name} names it, but the note has {len(lines)}")
        elif quote not in lines[number - 1]:
            found.append(f"note {case.note.key}, line {number}: {case.name} quotes {quote!r}, which is not there")
    return found


def _block_pattern(block: Sequence[DocumentedLine]) -> str:
    return _BEGINNING + _BETWEEN_LINES.join(_line_pattern(line.text) for line in block) + _END


def _line_pattern(line: str) -> str:
    return r"\s+".join(re.escape(word) for word in line.split())


def _what_is_missing(variant: Variant, text: str) -> str:
    # Where a scraper lost the line breaks, a line does not stand free but beside its neighbours.
    lines = [_line_pattern(line.text) for line in variant.log.lines]
    before = [_BEGINNING, *(f"(?:{_BEGINNING}|{line}{_BETWEEN_LINES})" for line in lines)]
    after = [*(f"(?:{_END}|{_BETWEEN_LINES}{line})" for line in lines[1:]), _END]
    for line, *parts in zip(variant.log.lines, before, lines, after, strict=False):
        if not re.search("".join(parts), text):
            return f"documented.log:{line.number}: the note has no line {line.text!r}"
    return "the note has these lines, but not in this order and with nothing else between them"
