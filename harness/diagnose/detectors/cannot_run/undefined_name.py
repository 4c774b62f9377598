"""Undefined name: a script that uses a name which nothing has set by then."""

import re
from pathlib import PurePath

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.failed import failed_alike, last_error_of, named
from harness.diagnose.sources.text.bindings import bindings_of
from harness.scripts.gaps import BLANK
from harness.words.finding import Confidence, Finding

_UNDEFINED = re.compile(r"^(?P<place>[^\s:]+:\d+|cell \d+, line \d+): NameError: .*name '(?P<name>\w+)' is not defined")
_FRAME = re.compile(
    r'^ *File "(?P<path>[^"]+)", (?:line (?P<line>\d+)|(?P<cell>cell \d+, line \d+)),? in ', re.MULTILINE
)
_CELL = re.compile(r"^.*# code cell (?P<number>\d+)$")
# What may set names that no line of a text shows.
_HIDDEN = re.compile(r"^\s*from [\w.]+ import \*|\bexec\(|\bglobals\(\)", re.MULTILINE)
# What people call modules without importing them again in each notebook.
_IMPORTS = {
    "np": "import numpy as np",
    "tf": "import tensorflow as tf",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "slim": "import tensorflow.contrib.slim as slim",
    **{name: f"import {name}" for name in ("copy", "json", "math", "os", "pickle", "random", "re", "sys", "time")},
}
# What Python 2 had, and what stands in its place.
_PYTHON2 = {
    "basestring": "str",
    "cmp": "(a > b) - (a < b)",
    "execfile": "exec(open(path).read())",
    "file": "open",
    "long": "int",
    "raw_input": "input",
    "reduce": "functools.reduce",
    "reload": "importlib.reload",
    "unichr": "chr",
    "unicode": "str",
    "xrange": "range",
}


def detect(evidence: Evidence) -> Finding | None:
    """Find a name that nothing has set, by the error that a script ended with, and say where its text sets it, if at
    all.

    It has no trial, and needs no run: the error names it, and the text shows the rest.
    """
    found = failed_alike(evidence, _UNDEFINED, last_error_of)
    if found is None:
        return None
    sides, match = found
    name, place = match["name"], _shown(match["place"])
    elsewhere = _elsewhere(sides[0])
    if elsewhere:
        what, change = _in_another_file(name, elsewhere)
    elif name in _PYTHON2:
        return None  # the script is Python 2, which other causes say with what to do
    else:
        what, change = _in_the_script(name, place, sides[0])
    return Finding("undefined-name", Confidence.LIKELY, f"{named(sides)} {what}", change)


def _shown(place: str) -> str:
    return place if place.startswith("cell ") else f"line {place.rpartition(':')[2]}"


def _elsewhere(side: Side) -> str:
    """The file, with its line, in which a name was missing that was not the script's own text; empty for that one."""
    assert side.failure is not None
    frames = list(_FRAME.finditer(side.failure.detail))
    if not frames or side.origin is None or frames[-1]["cell"]:
        return ""
    path = PurePath(frames[-1]["path"])
    return "" if path == PurePath(side.origin.request.script) else f"{path.name}, line {frames[-1]['line']},"


def _in_another_file(name: str, file: str) -> tuple[str, str]:
    if name in _PYTHON2:
        return (
            f"runs {file} which uses {name}: Python 2 had it, and Python 3 has {_PYTHON2[name]} in its place",
            "take a version of that package that is for Python 3: --with PACKAGE==VERSION; a file of your own "
            "that lies beside the script is translated by --python2",
        )
    return (
        f"runs {file} which uses {name}, and nothing there sets it",
        f"set {name} in that file, or import it there: a name that the script has is none of the files that it imports",
    )


def _in_the_script(name: str, place: str, side: Side) -> tuple[str, str]:
    bound = bindings_of(side.source, name)
    own = [each.line for each in bound if not each.scope]
    if not bound:
        if name in _IMPORTS:
            return f"uses {name} in {place}, and has not imported it", f"add the line: {_IMPORTS[name]}"
        if BLANK.fullmatch(name):
            return f"has a gap in {place}: {name} stands there for code that is to be filled in", "fill it in"
        beside = "a cell that has been removed or was never saved" if place.startswith("cell ") else "another file"
        also = "; what it takes by import * or runs by exec did not either" if _HIDDEN.search(side.source) else ""
        return (
            f"uses {name} in {place}, and nothing in its lines sets, defines or imports that name{also}",
            f"set {name} before that line, or import it: it may stand in {beside}",
        )
    if not own:
        first = bound[0]
        return (
            f"uses {name} in {place}, and sets it only within {first.scope}, in {_at(side, first.line)}, which nobody "
            "outside of it sees",
            f"return it from {first.scope}, or declare it there: global {name}",
        )
    used = _line_of(side, place)
    if used and min(own) >= used:
        order = "; the cells were run in another order than they stand" if place.startswith("cell ") else ""
        return (
            f"uses {name} in {place}, and sets it first in {_at(side, min(own))}, which comes later{order}",
            f"move what sets {name} before its use",
        )
    return (
        f"uses {name} in {place}; {_at(side, own[0])} sets it, and was not reached: it stands under a condition, in a "
        "loop that had no turn, or in a try that failed before",
        f"look at what {_at(side, own[0])} stands under: in this run it did not hold",
    )


def _at(side: Side, line: int) -> str:
    """A line of a script; of a notebook, the cell and the line in it."""
    lines = side.source.splitlines()
    for above in range(min(line, len(lines)), 0, -1):
        head = _CELL.match(lines[above - 1])
        if head is not None:
            return f"cell {head['number']}, line {line - above}"
    return f"line {line}"


def _line_of(side: Side, place: str) -> int:
    """The line of a script's text, of which a place is shown; 0 for none."""
    count = len(side.source.splitlines())
    return next((line for line in range(1, count + 1) if _at(side, line) == place), 0)


# Likely without a run: the error and the text say it.
CAUSE = Cause(("undefined-name",), detect, likely=("undefined-name",))
