"""A documented log beside what was printed in its place, with the differences marked to the digit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from harness.cases.case import Variant
from harness.judging.judge import Judgement, judge_printed
from harness.judging.printing import Printed
from harness.logs.documented import Alignment, DocumentedLine, align
from harness.report.outcomes import Outcome
from harness.words.cut import first_difference
from harness.words.printed import NUMBER
from harness.words.trace import Record
from harness.words.verdict import Verdict, worst

# A page with more rows than that is not read; so many lines around a difference are.
_MOST = 400
_AROUND = 10


@dataclass(frozen=True)
class Piece:
    """A part of a line; ``apart`` where it is not what the other side has there."""

    text: str
    apart: bool = False


@dataclass(frozen=True)
class Line:
    """A printed line in pieces, the verdict on it, and that in words."""

    pieces: tuple[Piece, ...]
    verdict: Verdict
    says: str = ""


@dataclass(frozen=True)
class LogRow:
    """A documented line, its number in the log, and what each outcome printed for it, None for nothing. Without a
    number it is what stands between: ``documented`` says what."""

    number: int | None
    documented: str
    cells: tuple[Line | None, ...]


@dataclass(frozen=True)
class PrintedLog:
    """A variant's log beside what was printed; ``heads`` name the outcomes, one for each printing."""

    heads: tuple[Outcome, ...]
    rows: tuple[LogRow, ...]


def printed_log(variant: Variant, outcomes: Sequence[Outcome]) -> PrintedLog:
    """Give the table of a documented log and all that was printed for it."""
    aligned = [alignment(variant, outcome) for outcome in outcomes]
    found = [dict(each.pairs) for each in aligned]
    rows: list[LogRow] = []
    if variant.log.open_start:
        rows.append(_left_out(outcomes))
    for number, block in enumerate(variant.log.blocks):
        if number:
            rows.append(_left_out(outcomes))
        for line in block:
            cells = tuple(
                _cell(variant, line, outcome, each[line]) for outcome, each in zip(outcomes, found, strict=True)
            )
            rows.append(LogRow(line.number, line.text, cells))
    if variant.log.open_end:
        rows.append(_left_out(outcomes))
    rows += _too_many(outcomes, aligned)
    return PrintedLog(tuple(outcomes), tuple(_folded(rows) if len(rows) > _MOST else rows))


def different(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Give the outcomes without those that print what an earlier one of the same style prints."""
    found: dict[tuple[str, tuple[str, ...]], Outcome] = {}
    for outcome in outcomes:
        found.setdefault((outcome.run.style.name, tuple(each.text for each in outcome.printed)), outcome)
    return tuple(found.values())


def apart(expected: str, measured: str) -> tuple[Piece, ...]:
    """Give a measured text in pieces: of each number what follows the digits that the expected one has as well."""
    wanted, found = list(NUMBER.finditer(expected)), list(NUMBER.finditer(measured))
    if len(wanted) != len(found):
        return _from(measured, 0, len(measured), first_difference(expected, measured))
    pieces: list[Piece] = []
    end = 0
    for one, other in zip(wanted, found, strict=True):
        if one[0] != other[0]:
            start = other.start() + first_difference(one[0], other[0])
            pieces += _from(measured, end, other.end(), start)
            end = other.end()
    if not pieces:
        return _from(measured, 0, len(measured), first_difference(expected, measured))
    return (*pieces, *([Piece(measured[end:])] if end < len(measured) else []))


def _from(text: str, begin: int, end: int, place: int) -> tuple[Piece, ...]:
    """The same from a place on; what is only missing there is shown by the last character."""
    place = min(place, end - 1) if end else 0
    pieces = (Piece(text[begin:place]), Piece(text[place:end], apart=True))
    return tuple(piece for piece in pieces if piece.text)


def alignment(variant: Variant, outcome: Outcome) -> Alignment:
    """Give which of the outcome's records each line of the log speaks of."""
    template, step = variant.template, variant.step_field
    steps = {line.number: template.parse(line.text)[step] for line in variant.log.lines} if step else {}
    return align(
        variant.log,
        [each.text for each in outcome.printed],
        [each.fields[step] if step and each.fields is not None else None for each in outcome.printed],
        steps,
    )


def _cell(variant: Variant, line: DocumentedLine, outcome: Outcome, place: int | None) -> Line | None:
    if place is None:
        return None
    printed = outcome.printed[place]
    if printed.text == line.text:
        return Line((Piece(printed.text),), Verdict.IDENTICAL)
    if printed.fields is None:
        return Line((Piece(printed.text, apart=True),), Verdict.DIVERGED, "diverged")
    return _judged(variant, line, outcome.trace.records[place], printed)


def _judged(variant: Variant, line: DocumentedLine, record: Record, printed: Printed) -> Line:
    match = variant.template.pattern.fullmatch(printed.text)
    assert match is not None and printed.fields is not None
    expected = variant.template.parse(line.text)
    pieces: list[Piece] = []
    judged: list[tuple[str, Judgement]] = []
    end = 0
    for number, (field, wanted) in enumerate(expected.items(), start=1):
        start, stop = match.span(number)
        pieces.append(Piece(printed.text[end:start]))
        text, end = printed.text[start:stop], stop
        if printed.fields[field] == wanted:
            pieces.append(Piece(text))
        else:
            judged.append(
                (field, judge_printed(wanted, record[field], printed.fields[field], variant.tolerances.of(field)))
            )
            pieces += apart(wanted, text)
    pieces.append(Piece(printed.text[end:]))
    verdict = worst(*(each.verdict for _, each in judged)) if judged else Verdict.REFORMATTED
    return Line(tuple(piece for piece in pieces if piece.text), verdict, "; ".join(_says(*each) for each in judged))


def _says(field: str, judgement: Judgement) -> str:
    ulps = f", {judgement.ulps} ULP" if judgement.ulps else ""
    return f"{field} {judgement.verdict}{ulps}"


def _folded(rows: Sequence[LogRow]) -> Iterator[LogRow]:
    """The rows of a long log without the inner ones of many in which nothing differs."""
    for same, group in groupby(rows, key=_is_same):
        found = list(group)
        if not same or len(found) <= 3 * _AROUND:
            yield from found
            continue
        yield from found[:_AROUND]
        count = len(found) - 2 * _AROUND
        yield LogRow(None, f"… {count} lines that are the same on all sides", (None,) * len(found[0].cells))
        yield from found[-_AROUND:]


def _is_same(row: LogRow) -> bool:
    return row.number is not None and all(cell is not None and cell.verdict is Verdict.IDENTICAL for cell in row.cells)


def _left_out(outcomes: Sequence[Outcome]) -> LogRow:
    return LogRow(None, "… lines that the note leaves out", (None,) * len(outcomes))


def _too_many(outcomes: Sequence[Outcome], aligned: Sequence[Alignment]) -> Iterator[LogRow]:
    longest = max((len(each.left_over) for each in aligned), default=0)
    for place in range(longest):
        cells = tuple(
            Line((Piece(outcome.printed[each.left_over[place]].text, apart=True),), Verdict.DIVERGED, "left over")
            if place < len(each.left_over)
            else None
            for outcome, each in zip(outcomes, aligned, strict=True)
        )
        yield LogRow(None, "no more lines in the log", cells)
