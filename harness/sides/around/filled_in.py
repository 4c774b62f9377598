"""Exercises with gaps, and texts that no Python reads: where the same file lies filled in, beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.scripts.gaps import asked_for, gap_at
from harness.scripts.python2 import broken_at, is_python2

# What lessons call the file with the gaps filled in: behind or before its name, or the folder that it lies in.
_FILLED = r"(?:solutions?|sol|answers?|completed?|finished|final|done)"
_BROKEN = re.compile(r"(?P<place>\S+:\d+|cell \d+, line \d+): (?:SyntaxError|IndentationError|TabError)\b")
# What it says of a module that was imported.
_OF_ANOTHER = re.compile(r"\((?P<name>[^\s()/]+\.py), line (?P<line>\d+)\)$")
_FRAME = re.compile(r'^ *File "(?P<path>[^"]+\.py)", line \d+', re.MULTILINE)
_IN_PACKAGES = re.compile(r"/(?:site-packages|layers/\w+)/")
# What a gap raises that Python reads: what was to be set there is not, or is None.
_GAP = re.compile(
    r"(?:\S+:\d+|cell \d+, line \d+): (?:(?:NameError|UnboundLocalError|NotImplementedError)\b"
    r"|(?:TypeError|ValueError|AttributeError): .*\bNone(?:Type)?\b)"
)
_CELL = re.compile(r"(?:^|  )# code cell (\d+)$")
_MOST_FILES = 400


def filled_in(path: Path) -> Path | None:
    """Give the file beside one, or in a folder for solutions there, that has its name and says that it is filled in."""
    stem = re.escape(re.sub(r"[\s_-]*(?:exercise|starter|todo|template)s?$", "", path.stem, flags=re.IGNORECASE))
    name = re.compile(rf"{stem}[\s_.-]*{_FILLED}|{_FILLED}[\s_.-]*{stem}", re.IGNORECASE)
    beside = sorted(path.parent.glob(f"*{path.suffix}"))[:_MOST_FILES]
    folders = [each for each in sorted(path.parent.iterdir())[:_MOST_FILES] if each.is_dir()]
    inside = [each / path.name for each in folders if re.fullmatch(_FILLED, each.name, re.IGNORECASE)]
    found = [each for each in beside if name.fullmatch(each.stem)] + [each for each in inside if each.is_file()]
    return next((each for each in found if each != path), None)


def filled_in_text(path: Path) -> str:
    """Give that in words, behind what is wrong with a file; empty for none."""
    found = filled_in(path)
    return f"; {found.relative_to(path.parent)}, beside it, may be the same filled in: run that" if found else ""


def broken_text(side: Side) -> Iterator[str]:
    """Give what is to be done with a script of its own that no Python reads, or that lacks a name which the file beside
    it sets; else nothing."""
    if side.failure is None or side.origin is None:
        return
    script = side.origin.request.script
    broken = _BROKEN.match(side.failure.reason)
    if broken is None:
        if _GAP.match(side.failure.reason):
            yield from _unfilled(side, script)
        return
    name, _, line = broken["place"].rpartition(":")
    place = f"line {line}" if name else broken["place"]
    other = _OF_ANOTHER.search(side.failure.reason)
    if other is not None and other["name"] != script.name:
        if _is_python2_package(side.failure.detail, other["name"]):
            yield f"{other['name']} is of a package for Python 2 alone: the script runs without it, or not at all"
            return
        yield f"no Python reads {other['name']} (line {other['line']}): nobody can run this until that is mended"
        return
    if name == script.name and (wrong := broken_at(side.source)):
        place = f"line {wrong[0]}: {wrong[1]}"
        if missing := gap_at(side.source, *wrong):
            yield (
                f"{script.name} is an exercise with a gap: line {wrong[0]}, {missing}; nobody can run it until that is"
                f" filled in{filled_in_text(script)}"
            )
            return
    if name in ("", script.name):
        yield f"no Python reads {script.name} ({place}): nobody can run it until that is mended{filled_in_text(script)}"


def _is_python2_package(detail: str, name: str) -> bool:
    """Whether a traceback names a file so that lies in a package, and that Python 2 reads."""
    paths = [Path(found["path"]) for found in _FRAME.finditer(detail)]
    path = next((each for each in paths if each.name == name and _IN_PACKAGES.search(str(each))), None)
    try:
        return path is not None and is_python2(path.read_text(encoding="utf-8", errors="replace"))
    except OSError:
        return False


def _unfilled(side: Side, script: Path) -> Iterator[str]:
    """What says that a gap may be why a name is not there, or why something is None: the same file filled in, or where
    the text itself asks for code."""
    if found := filled_in(script):
        yield (
            f"it may be an exercise with gaps: {found.relative_to(script.parent)}, beside it, may be the same filled in"
        )
    elif asked := asked_for(side.source):
        place = _place(side.source, asked[0])
        yield f"it may be an exercise with gaps, to be filled in first: {place} asks for code ({asked[1]})"


def _place(source: str, line: int) -> str:
    """A line of a script, or of a notebook, each of whose cells begins with a line that names it."""
    above = source.split("\n")[:line]
    heads = [(at, cell[1]) for at, each in enumerate(above, start=1) if (cell := _CELL.search(each))]
    return f"cell {heads[-1][1]}, line {line - heads[-1][0]}" if heads else f"line {line}"
