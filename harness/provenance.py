"""Provenance: every line of a documented log is in its note, and every log line of a note is in some documented log."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.case import Case, Variant
from harness.documented import DocumentedLine
from harness.errors import UsageError
from harness.notes import Note

# What may stand between two lines of a log: line breaks, which a scraper may have lost, and comment signs.
_BETWEEN_LINES = r"[\s#]*"
# And where lines are left out: the same with dots of any kind.
_ELISION = r"[\s#.。…]+"
# A number that only a run prints: nobody writes five decimals by hand. Or a line of nothing but numbers.
_LOG_NUMBER = re.compile(
    r"(?<![A-Za-z0-9_.])-?\d+\.\d{5,}(?:e[+-]?\d+)?(?![A-Za-z0-9_.])|(?<![A-Za-z0-9_.])-?\d+(?:\.\d+)?e[+-]\d+(?![A-Za-z0-9_.])"
)
_LOG_LINE = re.compile(
    r"^[ \t#]*(-?\d+\.\d+(?:e[+-]?\d+)?(?:[ \t]+-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)*)[ \t]*$", re.MULTILINE
)


@dataclass(frozen=True)
class Place:
    """A part of a note's text: characters ``start`` to ``end``, on the lines ``first`` to ``last``, from 1."""

    start: int
    end: int
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Finding:
    """Where one documented log comes from; ``place`` is None where the note does not have it, for ``problem``."""

    subject: str
    note: str
    lines: int
    place: Place | None
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


def locate(variant: Variant, text: str, taken: Iterable[Place]) -> Place | str:
    """Give the first place in a note, not taken yet, that is a documented log: its lines in order, with white space
    folded, with nothing between them but line breaks, comment signs and elisions. A text instead says what is wrong."""
    pattern = _ELISION.join(_block_pattern(block) for block in variant.log.blocks)
    occupied = [range(place.start, place.end) for place in taken]
    for match in re.finditer(pattern, text):
        if not any(match.start() < part.stop and part.start < match.end() for part in occupied):
            return place_of(text, match.start(), match.end())
    return _what_is_missing(variant, text)


def place_of(text: str, start: int, end: int) -> Place:
    """Give a part of a text with its lines."""
    return Place(start, end, text.count("\n", 0, start) + 1, text.count("\n", 0, end) + 1)


def uncovered(text: str, places: Sequence[Place], quotes: Sequence[str]) -> list[tuple[int, str]]:
    """Give line and text of everything in a note that only a run can have printed and that no documented log or quoted
    claim has."""
    found = {}
    for match in [*_LOG_LINE.finditer(text), *_LOG_NUMBER.finditer(text)]:
        shown = match.group(match.lastindex or 0)
        start = match.start(match.lastindex or 0)
        inside = any(place.start <= start < place.end for place in places)
        if not inside and not any(shown in quote for quote in quotes):
            found[start] = (text.count("\n", 0, start) + 1, shown)
    return [found[start] for start in sorted(found)]


def trace_back(cases: Sequence[Case], notes: dict[str, str]) -> tuple[list[Finding], list[str]]:
    """Hold every documented log against its note's text; give a finding for each log that a note printed, and what the
    notes print that no case covers (``note:line: text``)."""
    findings: list[Finding] = []
    places: dict[str, list[Place]] = {key: [] for key in notes}
    quotes: dict[str, list[str]] = {key: [] for key in notes}
    for case in cases:
        key = case.note.key
        quotes[key] += [claim.quote for claim in case.claims]
        for variant in case.variants:
            if variant.derived:
                continue
            place = locate(variant, notes[key], places[key])
            name = f"{case.name}[{variant.name}]" if variant.name else case.name
            count = len(variant.log.lines)
            if isinstance(place, str):
                findings.append(Finding(name, key, count, None, place))
            else:
                places[key].append(place)
                findings.append(Finding(name, key, count, place, ""))
    missed = [
        f"note {key}, line {line}: {shown}"
        for key in notes
        for line, shown in uncovered(notes[key], places[key], quotes[key])
    ]
    return findings, missed


def _block_pattern(block: Sequence[DocumentedLine]) -> str:
    lines = _BETWEEN_LINES.join(_line_pattern(line.text) for line in block)
    return rf"(?<![A-Za-z0-9_.+-]){lines}(?![A-Za-z0-9_]|\.\d)"


def _line_pattern(line: str) -> str:
    return r"\s+".join(re.escape(word) for word in line.split())


def _what_is_missing(variant: Variant, text: str) -> str:
    for line in variant.log.lines:
        if not re.search(_line_pattern(line.text), text):
            return f"documented.log:{line.number}: the note has no line {line.text!r}"
    return "the note has these lines, but not in this order, or another log has them already"
