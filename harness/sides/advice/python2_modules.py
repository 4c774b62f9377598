"""A script that counts on Python 2's division of integers, in a module of its own, or beside one that only Python 2
reads: the option that translates all of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.sides.around.own_files import own_files

# What a quotient that is no integer brings about.
_BY_DIVISION = re.compile(
    r"slice indices must be integers|'float' object cannot be interpreted as an|list indices must be integers"
    r"|parameter 'shape' has DataType float\d+ not in list of allowed values: int32, int64"
)
# What a translation has in place of a division.
_TRANSLATED = "__python2__"


def python2_text(side: Side) -> Iterator[str]:
    """Give the option for a failed script that was not translated, while it, or a module of its own, divides; nothing
    where the script alone does, of which a cause tells."""
    if side.failure is None or side.origin is None or not _BY_DIVISION.search(side.failure.reason):
        return
    if _TRANSLATED in side.source:
        return
    script: Path = side.origin.request.script
    files = [file for file in own_files(script, side.source) if not file.was_python2]
    places = [(file.path.name, _first_division(file.text)) for file in files]
    if side.has_prelude("python2"):
        places.insert(0, (script.name, _first_division(side.source)))
    elif _first_division(side.source):
        return
    name, line = next((each for each in places if each[1]), ("", 0))
    if line:
        yield (
            f"it may be written for Python 2, where / of two integers is the floor ({name}:{line}); add to the "
            "command: --python2"
        )


def _first_division(text: str) -> int:
    """The line of the first ``/``, 0 for a text without one, or where that is Python 3's by its own word."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return 0
    futures = (each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.module == "__future__")
    if any(alias.name == "division" for each in futures for alias in each.names):
        return 0
    divisions = (
        each.lineno
        for each in ast.walk(tree)
        if isinstance(each, ast.BinOp | ast.AugAssign) and isinstance(each.op, ast.Div)
    )
    return min(divisions, default=0)
