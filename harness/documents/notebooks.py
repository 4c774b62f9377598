"""Notebooks: cells of code with what they printed when they were saved, and cells of Markdown as prose.

Lines are counted in their cell, or in its output, as one does who has the notebook open: the lines of its file are
lines of JSON, and many a notebook has but one. Code is as it stands in its cell, magics included; the script to run is
``harness.scripts.notebook.read_notebook``, whose cells have the same numbers.
"""

from collections.abc import Iterator
from pathlib import Path

from harness.documents.days import day_in, day_of_lines, first_day
from harness.documents.document import Block, Day, Document, Kind, Line
from harness.documents.markdown import blocks_of_markdown
from harness.scripts.cells.document import CodeCell
from harness.scripts.cells.document import Document as Cells
from harness.scripts.cells.document import read_document as read_cells
from harness.scripts.cells.magics import without_magics
from harness.scripts.cells.recorded import recorded_lines


def read_notebook_document(path: Path) -> Document:
    """Read a notebook. Raises UsageError for a file that cannot be read as one, see ``harness.scripts.cells``."""
    cells = read_cells(path)
    blocks = [block for _, block in sorted(_blocks(cells), key=lambda placed: placed[0])]
    title = next((line.lstrip("# ").strip() for note in cells.notes for line in note.lines if line.startswith("#")), "")
    return Document(path, "notebook", tuple(blocks), title, _day(cells))


def _blocks(cells: Cells) -> Iterator[tuple[int, Block]]:
    language = "python2" if cells.python == 2 else "python"
    for note in cells.notes:
        # Code in the notes is shown and not run: what is to run stands in cells.
        yield from (
            (note.place, Block(Kind.PROSE, block.lines, block.language))
            for block in blocks_of_markdown("\n".join(note.lines))
        )
    for cell in cells.cells:
        if any(line.strip() for line in cell.lines):
            yield cell.place, Block(Kind.CODE, _numbered(cell.lines), language, cell.number, exact=True)
            if output := _output(cell):
                yield cell.place, Block(Kind.OUTPUT, _numbered(output), "", cell.number)


def _output(cell: CodeCell) -> list[str]:
    plain = without_magics(cell.lines)
    return recorded_lines(cell.outputs, timed=plain.timed) if plain.is_python else []


def _numbered(lines: list[str] | tuple[str, ...]) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(lines, start=1))


def _day(cells: Cells) -> Day | None:
    day = day_in(cells.date)
    told = Day(day, "date in the notebook's metadata") if day else None
    first = cells.notes[0] if cells.notes and cells.notes[0].place <= 1 else None
    near_the_top = day_of_lines(_numbered(first.lines)) if first is not None else None
    return first_day((told, near_the_top))
