"""Notebooks as scripts: every cell of code in its place, as IPython would run it, and what it printed when recorded.

Each cell begins with a line of its own, ``# code cell 3``, then its lines follow, one for one. A cell's last expression
is printed as IPython shows it in ``Out[3]``; magics, lines for the shell and questions for help are left out and named.
Where its kernel was started anew on the way, variables and graph are cleared there.

A cell that ended in an error after which others printed ends there and no more, and its traceback is not compared.

Not had: ``Out``, ``In`` and ``_``, automatic magics but for ``pip install``, images, cells that ran in another order
than they stand; and in Python 2, what went on after an error.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.scripts.cells.display import DEFINITION, FUNCTION, CellError, with_display
from harness.scripts.cells.document import CodeCell, Document, read_document
from harness.scripts.cells.magics import Plain, without_magics
from harness.scripts.cells.recorded import error_of, has_value, recorded_lines
from harness.scripts.cells.restarts import DEFINITION as RESTART
from harness.scripts.cells.restarts import NAME as RESTART_NAME
from harness.scripts.cells.restarts import restarts
from harness.scripts.gaps import gap_at
from harness.scripts.python2 import is_python2
from harness.words.errors import UsageError

_FUTURE = re.compile(r"from\s+__future__\s+import\s+(?P<names>[\w, ]+?)\s*(?:#.*)?")
# IPython brings the function without an import; the call may be what the cell displays itself.
_DISPLAY = re.compile(r"\s*(?:__display__\()?display\(")


@dataclass(frozen=True)
class LeftOut:
    """What IPython understands and Python does not, the cell of code that it stood in and the line there, from 1."""

    cell: int
    line: int
    text: str


@dataclass(frozen=True)
class Notebook:
    """A notebook as one script, whose text is Python 2 if ``python2``; ``recorded`` are the lines that it printed when
    it was saved, and ``starts`` the line of ``source`` that each cell of code begins with. ``error`` is the cell and
    the kind of the error that the record ends in, ``(0, "")`` for none; ``restarts`` are the cells before which the
    kernel was started anew."""

    source: str
    starts: tuple[int, ...]
    left_out: tuple[LeftOut, ...]
    recorded: tuple[str, ...]
    python2: bool
    error: tuple[int, str] = (0, "")
    restarts: tuple[int, ...] = ()

    def place_of(self, line: int) -> tuple[int, int]:
        """Give the cell of code and the line in it, both from 1, of a line of ``source``; the line that names a cell
        is its first."""
        cell = max(1, bisect_right(self.starts, line))
        return cell, max(1, line - self.starts[cell - 1])


def read_notebook(path: Path, *, as_recorded: bool = False) -> Notebook:
    """Read a notebook of format 3 or 4. ``as_recorded`` displays the last expression of no cell of whose run the record
    shows no value: it was None.

    Raises UsageError, with the cell where there is one, for a file that is none or damaged, has no code, is not in
    Python, or whose code no Python can read, or has ``await`` outside of a function.
    """
    document = read_document(path)
    plain = [without_magics(cell.lines) for cell in document.cells]
    plain = [_dedented(each) for each in plain]
    python2 = _is_python2(document, plain)
    future, plain = _futures(plain)
    shown = [
        each.lines
        if as_recorded and cell.count and not has_value(cell.outputs)
        else _shown(cell, each, path, python2=python2, print_is_function="print_function" in future)
        for cell, each in zip(document.cells, plain, strict=True)
    ]
    survived = frozenset() if python2 else _survived(document.cells)
    shown = [
        _surviving(lines) if cell.number in survived else lines
        for cell, lines in zip(document.cells, shown, strict=True)
    ]
    anew = restarts(document.cells)
    source, starts = _joined(shown, future, anew)
    left_out = tuple(
        LeftOut(cell.number, line, text)
        for cell, each in zip(document.cells, plain, strict=True)
        for line, text in each.left_out
    )
    recorded = tuple(
        line
        for cell, each in zip(document.cells, plain, strict=True)
        if each.is_python
        for line in recorded_lines(cell.outputs, timed=each.timed, errors=cell.number not in survived)
    )
    error = _last_error(document.cells, survived)
    return Notebook(source, starts, left_out, recorded, python2, error, tuple(sorted(anew)))


def _last_error(cells: Sequence[CodeCell], survived: frozenset[int]) -> tuple[int, str]:
    kinds = [(cell.number, error_of(cell.outputs)) for cell in cells if cell.number not in survived]
    return next(((number, kind) for number, kind in kinds if kind), (0, ""))


def _is_python2(document: Document, plain: Sequence[Plain]) -> bool:
    if document.python is not None:
        return document.python == 2
    return is_python2("\n".join(line for each in plain for line in each.lines) + "\n")


def _dedented(plain: Plain) -> Plain:
    """IPython runs a cell that is indented as a whole."""
    first = next((line for line in plain.lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    if not indent:
        return plain
    return Plain(tuple(line.removeprefix(indent) for line in plain.lines), plain.left_out, plain.is_python, plain.timed)


def _survived(cells: Sequence[CodeCell]) -> frozenset[int]:
    """The cells that ended in an error after which others printed: Jupyter goes on, where a script does not."""
    last = max((cell.number for cell in cells if cell.outputs), default=0)
    return frozenset(cell.number for cell in cells if cell.number < last and error_of(cell.outputs))


def _surviving(lines: Sequence[str]) -> tuple[str, ...]:
    """A cell of Python 3 that ends at its error, in as many lines as before."""
    text = "\n".join(lines)
    first = f"with __import__('contextlib').suppress(Exception): exec(compile({text!r}, __file__, 'exec'))"
    return (first, *("" for _ in lines[1:]))


def _futures(plain: Sequence[Plain]) -> tuple[str, list[Plain]]:
    """What the cells import from ``__future__``, which has to be at the head of a script, and the cells without it."""
    names: dict[str, None] = {}
    cells = []
    for each in plain:
        lines = list(each.lines)
        for at, line in enumerate(lines):
            if match := _FUTURE.fullmatch(line):
                names |= dict.fromkeys(name.strip() for name in match["names"].split(",") if name.strip())
                lines[at] = ""
        cells.append(Plain(tuple(lines), each.left_out, each.is_python, each.timed))
    return ", ".join(names), cells


def _shown(cell: CodeCell, plain: Plain, path: Path, *, python2: bool, print_is_function: bool) -> tuple[str, ...]:
    try:
        return with_display(plain.lines, python2=python2, print_is_function=print_is_function)
    except CellError as error:
        missing = gap_at("\n".join(plain.lines), error.line, error.message)
        what = f"{missing}: a gap of an exercise, to be filled in first" if missing else error.message
        raise UsageError(f"code cell {cell.number}, line {error.line}: {what}", path) from None


def _joined(cells: Sequence[Sequence[str]], future: str, anew: frozenset[int]) -> tuple[str, tuple[int, ...]]:
    """The script and the lines at which its cells begin. What all of them need stands in the line of the first."""
    lines: list[str] = []
    starts = []
    display = [FUNCTION] if any(_DISPLAY.match(line) for cell in cells for line in cell) else []
    head = [f"from __future__ import {future}"] if future else []
    head += [DEFINITION, *display, *([RESTART] if anew else [])]
    for number, cell in enumerate(cells, start=1):
        starts.append(len(lines) + 1)
        begins = "; ".join(head) if number == 1 else f"{RESTART_NAME}()" if number in anew else ""
        lines.append(f"{begins}  # code cell {number}" if begins else f"# code cell {number}")
        lines += cell
    return "\n".join(lines) + "\n", tuple(starts)
