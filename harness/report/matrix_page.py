"""The first page: cases and styles against releases, ten years on one screen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from harness.report.links import case_page, run_anchor
from harness.report.material import Material
from harness.report.outcomes import spans
from harness.results.finding_text import diagnosis_text
from harness.results.matrix import Cell, Column, Row
from harness.results.matrix_text import SYMBOLS, summary
from harness.words.verdict import Verdict

# More releases than this stand as symbols alone, with the words for who cannot see them.
_WORDS_UP_TO = 8
# So many cells say by themselves why they are what they are; of more, their runs on the pages of the cases do. And so
# long are the lists below.
_MOST_WHYS = 200
_LONGEST_LIST = 100
_STALE = "stale"


@dataclass(frozen=True)
class ShownCell:
    """A cell of the page: ``width`` neighbours that say the same for the same reason. ``bits`` is the bit class where
    it is another one than in the release before, of which ``moved`` tells."""

    link: str
    symbol: str
    text: str
    why: str
    bits: str = ""
    moved: bool = False
    width: int = 1
    major: str = ""


@dataclass(frozen=True)
class ShownRow:
    """A row of the page; ``first`` of its case with variant."""

    subject: str
    link: str
    style: str
    first: bool
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True)
class Problem:
    """What is wrong with a run in some releases, why, and what is known of the cause; ``link`` leads to the first."""

    subject: str
    style: str
    link: str
    releases: str
    text: str
    why: str
    causes: tuple[str, ...]


@dataclass(frozen=True)
class Head:
    """A release: its name, its major release, what is installed in it."""

    name: str
    major: str
    about: str


def matrix_values(material: Material) -> dict[str, object]:
    """Give what the template of the page takes."""
    matrix = material.matrix
    heads = [_head(material, column) for column in matrix.columns]
    rows, wrong, changes = list(_rows(material)), problems(material), list(_moves(material))
    there = {cell.text for row in matrix.rows for cell in row.cells}
    return {
        "heads": heads,
        "majors": list(dict.fromkeys(head.major for head in heads)),
        "rows": rows,
        "legend": [(symbol, text) for text, symbol in SYMBOLS.items() if text in there],
        "styles": list(dict.fromkeys(row.style for row in matrix.rows)),
        "in_words": len(heads) <= _WORDS_UP_TO,
        "summary": summary(matrix),
        "good": matrix.good,
        "problems": wrong[:_LONGEST_LIST],
        "more_problems": max(0, len(wrong) - _LONGEST_LIST),
        "whys": sum(bool(cell.why) for row in rows for cell in row.cells) <= _MOST_WHYS,
        "moves": [(row.subject, row.style, text, link) for row, text, link in changes[:_LONGEST_LIST]],
        "moves_in_all": len(changes),
    }


def moves(material: Material) -> list[tuple[str, str, str]]:
    """Give where the bits of a run are others than in the release before: case with variant, style, releases."""
    return [(row.subject, row.style, text) for row, text, _ in _moves(material)]


def _head(material: Material, column: Column) -> Head:
    facts = next((target.facts for target in material.targets if target.name == column.name), {})
    version = f"TensorFlow {facts['tensorflow']}, " if "tensorflow" in facts else ""
    return Head(column.name.removeprefix("tf"), _major(column), version + column.about)


def _major(column: Column) -> str:
    major = column.name.removeprefix("tf").partition(".")[0]
    # 0.12 is written as TensorFlow 1 is.
    return "1" if major == "0" else major


def _rows(material: Material) -> Iterator[ShownRow]:
    above = ""
    for run, row in zip(material.runs, material.matrix.rows, strict=True):
        page = case_page(run.case.name)
        cells = tuple(_cells(row, material.matrix.columns, page, run.variant.name))
        link = f"{page}#{run_anchor(run.variant.name, row.style)}"
        yield ShownRow(row.subject, link, row.style, row.subject != above, cells)
        above = row.subject


def _cells(row: Row, columns: Sequence[Column], page: str, variant: str) -> Iterator[ShownCell]:
    before = ""
    last: ShownCell | None = None
    for column, cell in zip(columns, row.cells, strict=True):
        moved = bool(before and cell.bits and cell.bits != before)
        link = f"{page}#{run_anchor(variant, row.style, column.name)}"
        shown = ShownCell(
            link,
            SYMBOLS[cell.text],
            cell.text,
            _why(cell),
            cell.bits if moved or (cell.bits and not before) else "",
            moved,
            major=_major(column),
        )
        before = cell.bits or before
        # What has no run has nothing of its own to show; and cells are what the page consists of.
        if last is not None and not cell.took_place and shown.text != _STALE and _alike(last, shown):
            last = replace(last, width=last.width + 1)
            continue
        if last is not None:
            yield last
        last = shown
    if last is not None:
        yield last


def _alike(one: ShownCell, other: ShownCell) -> bool:
    return (one.text, one.why, one.major) == (other.text, other.why, other.major)


def _why(cell: Cell) -> str:
    """Why a run, or a style, is what it is; what is true of a whole release stands in the list of these."""
    return "" if cell.verdict in (None, Verdict.IDENTICAL) else cell.why.split("\n", 1)[0]


def problems(material: Material) -> list[Problem]:
    """Give what is not as it should be, once for all releases of which the same is to be said."""
    columns = material.matrix.columns
    found = []
    for run, row in zip(material.runs, material.matrix.rows, strict=True):
        places: dict[tuple[str, str], list[str]] = {}
        for column, cell in zip(columns, row.cells, strict=True):
            if not cell.good:
                places.setdefault((cell.text, cell.why), []).append(column.name)
        for (text, why), names in places.items():
            link = f"{case_page(run.case.name)}#{run_anchor(run.variant.name, row.style, names[0])}"
            result = material.results.get((names[0], row.subject, row.style))
            known = result is not None and result.diagnosis.findings
            causes = tuple(diagnosis_text(result.diagnosis)) if result is not None and known else ()
            found.append(Problem(row.subject, row.style, link, spans(names, columns), text, why, causes))
    return found


def _moves(material: Material) -> Iterator[tuple[Row, str, str]]:
    columns = material.matrix.columns
    for run, row in zip(material.runs, material.matrix.rows, strict=True):
        known = [(column, cell) for column, cell in zip(columns, row.cells, strict=True) if cell.bits]
        for (before, early), (column, late) in pairwise(known):
            if early.bits != late.bits:
                names = column.name.removeprefix("tf"), before.name.removeprefix("tf")
                text = f"{names[0]} has bits {late.bits}, {names[1]} has {early.bits}"
                anchor = run_anchor(run.variant.name, row.style, column.name)
                yield row, text, f"{case_page(run.case.name)}#{anchor}"
