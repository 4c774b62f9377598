"""Exercises with gaps, and texts that no Python reads: where the same file lies filled in, beside it."""

import re
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.scripts.python2 import broken_at

# What lessons call the file with the gaps filled in: behind or before its name, or the folder that it lies in.
_FILLED = r"(?:solutions?|sol|answers?|completed?|finished|final|done)"
_BROKEN = re.compile(r"(?P<place>\S+:\d+|cell \d+, line \d+): (?:SyntaxError|IndentationError|TabError)\b")
# What it says of a module that was imported.
_OF_ANOTHER = re.compile(r"\((?P<name>[^\s()/]+\.py), line (?P<line>\d+)\)$")
# What a gap raises that Python reads: what was to be set there is not, or is None.
_GAP = re.compile(
    r"(?:\S+:\d+|cell \d+, line \d+): (?:(?:NameError|UnboundLocalError|NotImplementedError)\b"
    r"|(?:TypeError|ValueError|AttributeError): .*\bNone(?:Type)?\b)"
)
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
        found = filled_in(script) if _GAP.match(side.failure.reason) else None
        if found:
            solved = found.relative_to(script.parent)
            yield f"it may be an exercise with gaps: {solved}, beside it, may be the same filled in"
        return
    name, _, line = broken["place"].rpartition(":")
    place = f"line {line}" if name else broken["place"]
    other = _OF_ANOTHER.search(side.failure.reason)
    if other is not None and other["name"] != script.name:
        yield f"no Python reads {other['name']} (line {other['line']}): nobody can run this until that is mended"
        return
    if name == script.name and (wrong := broken_at(side.source)):
        place = f"line {wrong[0]}: {wrong[1]}"
    if name in ("", script.name):
        yield f"no Python reads {script.name} ({place}): nobody can run it until that is mended{filled_in_text(script)}"
