"""The matrix as text for a terminal, as Markdown and as JSON."""

import json
import re
from collections import Counter
from dataclasses import asdict

from rich import box
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from harness.results.matrix import Cell, Column, Matrix
from harness.words.markdown import as_text
from harness.words.verdict import Verdict

_COLOURS = {
    Verdict.IDENTICAL: "green",
    Verdict.REFORMATTED: "green",
    Verdict.ROUNDED: "green",
    Verdict.AMPLIFIED: "green",
    Verdict.DRIFTED: "yellow",
    Verdict.DIVERGED: "red",
    Verdict.FAILED: "bold red",
    Verdict.UNSUPPORTED: "dim",
}

SYMBOLS = {
    "identical": "=",
    "reformatted": "~",
    "rounded": "≈",
    "amplified": "≋",
    "drifted": "△",
    "diverged": "✗",
    "failed": "!",
    "unsupported": "·",
    "no Python": "-",
    "not built": "B",
    "not run": "?",
    "stale": "s",
}
# More releases than this stand as symbols; words would take several screens.
_WORDS_UP_TO = 8
# Of a name so many characters stand in a line at the least; the others follow below.
_NAME_AT_LEAST = 4


def as_table(matrix: Matrix, width: int) -> RenderableType:
    """Give the matrix for a terminal of this width: the table, what is wrong, and the summary.

    A table that is wider comes in slices, each with some of the columns; no line is broken for it.
    """
    tables = [_legible(_table(matrix, columns), matrix, columns, width) for columns in _slices(matrix, width)]
    return Group(
        *tables,
        *_legend(matrix),
        *_remarks(matrix),
        Text(summary(matrix), style="bold green" if matrix.good else "bold red"),
    )


def as_markdown(matrix: Matrix) -> str:
    """Give the matrix as a Markdown table with the summary below."""
    heads = ["case", "style", *(f"{as_text(column.name)}<br>{as_text(column.about)}" for column in matrix.columns)]
    lines = [_markdown_row(heads), _markdown_row(["---"] * len(heads))]
    for row in matrix.rows:
        cells = [as_text(cell.text) if cell.good else f"**{as_text(cell.text)}**" for cell in row.cells]
        subject = row.subject.replace("`", "'").replace("|", "\\|")
        lines.append(_markdown_row([f"`{subject}`", as_text(row.style), *cells]))
    remarks = [_markdown_remark(remark.plain) for remark in _remarks(matrix)]
    return "\n".join([*lines, "", *remarks, *([""] if remarks else []), summary(matrix), ""])


def as_json(matrix: Matrix) -> str:
    """Give the matrix as JSON: columns, rows with their cells, counts, and whether all is well."""
    document = {
        "good": matrix.good,
        "runs": matrix.runs,
        "counts": dict(_counts(matrix)),
        "columns": [asdict(column) for column in matrix.columns],
        "rows": [asdict(row) for row in matrix.rows],
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def summary(matrix: Matrix) -> str:
    """Give the line that says how it went: ``30 runs: 29 identical, 1 diverged; 10 unsupported``; behind the semicolon
    stands what took no place."""
    ran = {cell.text for row in matrix.rows for cell in row.cells if cell.took_place}
    counts = _counts(matrix)
    said = ", ".join(f"{count} {text}" for text, count in counts.items() if text in ran)
    others = ", ".join(f"{count} {text}" for text, count in counts.items() if text not in ran)
    if not ran:
        return f"no run took place ({others or 'nothing was planned'})"
    return f"{matrix.runs} run{'s' if matrix.runs != 1 else ''}: {said}" + (f"; {others}" if others else "")


def _counts(matrix: Matrix) -> dict[str, int]:
    counts = Counter(cell.text for row in matrix.rows for cell in row.cells)
    order = {verdict.value: verdict.severity for verdict in Verdict}
    return dict(sorted(counts.items(), key=lambda item: order.get(item[0], len(order))))


def _table(matrix: Matrix, columns: range) -> Table:
    compact = _is_compact(matrix)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1) if compact else (0, 1))
    table.add_column("case", overflow="fold")
    table.add_column("style", no_wrap=True)
    for column in matrix.columns[columns.start : columns.stop]:
        lines = _head(column, compact)
        head = Text(lines[0], style="bold" if column.has_results else "dim")
        for line in lines[1:]:
            head.append(f"\n{line}", style="dim not bold")
        table.add_column(head, no_wrap=True)
    previous = ""
    for row in matrix.rows:
        name = row.subject if row.subject != previous else ""
        cells = (Text(_said(cell, compact), style=_style(cell)) for cell in row.cells[columns.start : columns.stop])
        table.add_row(Text(name), Text(row.style), *cells)
        previous = row.subject
    return table


def _legible(table: Table, matrix: Matrix, columns: range, width: int) -> Table:
    """A table on a terminal where even one column leaves no room for the names of cases: its lines run over."""
    names = max((cell_len(row.subject) for row in matrix.rows), default=0)
    least = _fixed(matrix) + sum(_needed(matrix, index) for index in columns) - max(0, names - _NAME_AT_LEAST)
    if least > width:
        table.width = least
    return table


def _is_compact(matrix: Matrix) -> bool:
    return len(matrix.columns) > _WORDS_UP_TO


def _head(column: Column, compact: bool) -> list[str]:
    """Name, Python and NumPy of a release; in a compact table without what the legend says."""
    parts = column.about.replace(" or ", ", or ").split(", ")
    if not compact:
        return [column.name, *parts]
    versions = [re.sub(r"^\D+(\d+\.\d+).*", r"\1", part) for part in parts] if column.has_results else []
    return [column.name.removeprefix("tf"), *versions]


def _said(cell: Cell, compact: bool) -> str:
    return f"{SYMBOLS[cell.text]}{cell.bits}" if compact else cell.text


def _fixed(matrix: Matrix) -> int:
    """How wide a table is without its columns of releases, with one space at both edges."""
    names = max((cell_len(row.subject) for row in matrix.rows), default=0)
    styles = max((cell_len(row.style) for row in matrix.rows), default=0)
    return 1 + max(names, len("case")) + _gap(matrix) + max(styles, len("style")) + 1


def _needed(matrix: Matrix, index: int) -> int:
    """How wide a column of a release is, with the gap before it."""
    compact = _is_compact(matrix)
    texts = [*_head(matrix.columns[index], compact), *(_said(row.cells[index], compact) for row in matrix.rows)]
    return _gap(matrix) + max(map(cell_len, texts))


def _gap(matrix: Matrix) -> int:
    return 1 if _is_compact(matrix) else 3


def _slices(matrix: Matrix, width: int) -> list[range]:
    """Which columns stand side by side: as many as fit, at least one, and in a compact table one major release."""
    compact = _is_compact(matrix)
    fixed = _fixed(matrix)
    slices = [range(0)]
    used = fixed
    major = ""
    for index, column in enumerate(matrix.columns):
        needed = _needed(matrix, index)
        other_major = compact and column.name.partition(".")[0] != major
        major = column.name.partition(".")[0]
        if slices[-1] and (used + needed > width or other_major):
            slices.append(range(index, index))
            used = fixed
        slices[-1] = range(slices[-1].start, index + 1)
        used += needed
    return slices


def _legend(matrix: Matrix) -> list[Text]:
    """What the symbols of a compact table mean, as far as they are there."""
    if not _is_compact(matrix):
        return []
    there = {cell.text for row in matrix.rows for cell in row.cells}
    symbols = ", ".join(f"{symbol} {text}" for text, symbol in SYMBOLS.items() if text in there)
    letters = "the letter is the bit class: the same letter in a row, the same bits in every number"
    return [Text(f"{symbols}; {letters}. Below each release: Python, NumPy", style="dim")]


def _remarks(matrix: Matrix) -> list[Text]:
    """One line for each thing that is to be explained, with all the cells that it is true of."""
    places: dict[tuple[str, str, str], list[str]] = {}
    for row in matrix.rows:
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            if cell.verdict is None:
                places.setdefault((cell.text, cell.why, _style(cell)), []).append(column.name)
            elif cell.verdict is Verdict.UNSUPPORTED:
                places.setdefault((f"{row.style} {cell.text}", cell.why, _style(cell)), []).append(column.name)
            elif not cell.good:
                text = f"{row.subject} {row.style} {cell.text}"
                places.setdefault((text, cell.why, _style(cell)), []).append(column.name)
    return [
        Text(f"{', '.join(dict.fromkeys(names))}: {text}: {why}", style=style)
        for (text, why, style), names in places.items()
    ]


def _style(cell: Cell) -> str:
    if cell.verdict is None:
        return "dim" if cell.good else "red"
    return _COLOURS[cell.verdict]


def _markdown_remark(text: str) -> str:
    """An item of a list; what an installer said stays in lines of its own, and whatever it said is no Markdown."""
    first, *more = text.splitlines()
    return "\n".join([f"- {as_text(first)}", *([""] if more else []), *(f"      {line}" for line in more)])


def _markdown_row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
