"""What IPython understands and Python does not: magics, lines for the shell, questions for help."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.scripts.cells.display import FUNCTION
from harness.scripts.cells.statements import Unfinished

# Magics of a whole cell whose cell is Python all the same.
_PYTHON_CELLS = frozenset({"time", "timeit", "prun", "capture", "debug", "python", "python3", "heat", "memit", "mprun"})
_TIMED = frozenset({"time", "timeit", "prun"})

_CELL = re.compile(r"\s*%%(?P<name>\w+)")
_TIME = re.compile(r"(?P<indent>\s*)%time\s+(?P<statement>\S.*)")
_ASSIGNED = re.compile(r"(?P<start>\s*[\w, ]+=\s*)(?P<mark>[!%])\s*[A-Za-z./~$\"'].*")
_LINE = re.compile(r"(?P<indent>\s*)(?:%{1,2} *\w|!|\?{1,2}[\w%]).*")
_HELP = re.compile(r"(?P<indent>\s*)%{0,2}[A-Za-z_][\w.*]*(?:\[[^\]]*\])?\?{1,2}\s*")
# What it brings: names of NumPy and matplotlib, and those of Python that these have, too, as ``sum``.
_PYLAB = re.compile(r"(?P<indent>\s*)%{1,2} *pylab\b(?P<words>.*)")
_PYLAB_NAMES = "import numpy, matplotlib; np = numpy; from matplotlib import pylab, mlab, pyplot; plt = pyplot"
# Names that only IPython has: what displays a figure or clears one does nothing here.
_IPYTHON = re.compile(r"(?P<indent>\s*)from IPython\.(?:core\.)?display import (?P<names>[\w, ]+)")
# Magics without their sign, which IPython adds.
_AUTOMATIC = re.compile(r"(?P<indent>\s*)(?:pip|conda) (?:install|uninstall|list|freeze|show)\b.*")


@dataclass(frozen=True)
class Plain:
    """The lines of a cell as Python, as many as before; what was left out, with its line from 1; whether it is Python
    at all, or was left out as a whole; and whether IPython printed the time that it took."""

    lines: tuple[str, ...]
    left_out: tuple[tuple[int, str], ...]
    is_python: bool
    timed: bool


def without_magics(lines: Sequence[str]) -> Plain:
    """Put ``pass`` in the place of what IPython alone understands, where a statement begins; the rest stays."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    match = _CELL.match(lines[first]) if lines else None
    if match is not None and match["name"] not in _PYTHON_CELLS:
        text = "\n".join(lines[first:]).rstrip()
        return Plain(tuple("" for _ in lines), ((first + 1, text),), is_python=False, timed=False)
    found = list(_lines(lines, None if match is None else first))
    left_out = tuple((at, text) for at, (_, text) in enumerate(found, start=1) if text is not None)
    plain = tuple(line for line, _ in found)
    timed = any(re.match(r"\s*%%?(\w+)", text) and text.strip("% \t").split()[0] in _TIMED for _, text in left_out)
    is_python = any(line.strip() and not _is_left_out(line) for line in plain)
    return Plain(plain, left_out, is_python or not left_out, timed)


def _lines(lines: Sequence[str], magic: int | None) -> Iterator[tuple[str, str | None]]:
    """Each line as Python, and what it was where that was left out."""
    unfinished, of_shell = Unfinished(), False
    for at, line in enumerate(lines):
        if at == magic:
            yield "", line
            continue
        if of_shell:
            of_shell = line.endswith("\\")
            yield "", line
            continue
        plain = None if unfinished else _plain(line)
        if plain is not None:
            of_shell = line.endswith("\\")
            yield plain, line
            line = plain
        else:
            yield line, None
        unfinished = unfinished.after(line)


def _plain(line: str) -> str | None:
    """A line that begins a statement as Python, None where it is that already."""
    if match := _TIME.fullmatch(line):
        return match["indent"] + match["statement"]
    if match := _PYLAB.fullmatch(line):
        whole = "" if "--no-import-all" in match["words"] else "; from pylab import *; from numpy import *"
        return match["indent"] + _PYLAB_NAMES + whole
    if match := _ASSIGNED.fullmatch(line):
        return f"{match['start']}{'[]' if match['mark'] == '!' else 'None'}"
    if match := _IPYTHON.fullmatch(line):
        names = [name.strip() for name in match["names"].split(",") if name.strip()]
        if any(" " in name for name in names):
            return None
        return match["indent"] + "; ".join(FUNCTION if name == "display" else _nothing(name) for name in names)
    match = next((found for each in (_LINE, _HELP, _AUTOMATIC) if (found := each.fullmatch(line))), None)
    return None if match is None else f"{match['indent']}pass"


def _nothing(name: str) -> str:
    return f"{name} = lambda *values, **options: None"


def _is_left_out(line: str) -> bool:
    return line.strip() == "pass" or line.lstrip().startswith(("#", _PYLAB_NAMES))
