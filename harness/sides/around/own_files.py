"""Files of a user's own that a script imports, from beside it, each with its text as Python 3 reads it."""

import ast
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from harness.scripts.python2 import is_python2, translated
from harness.sides.around.above import folders_above
from harness.sides.around.added_folders import added_folders

# As many of them are looked through.
_MOST_FILES = 200


@dataclass(frozen=True)
class OwnFile:
    """A file that is imported; ``text`` is a translation where it ``was_python2``."""

    path: Path
    text: str
    was_python2: bool


def own_files(script: Path, text: str, also: Path | None = None, *, python2: bool = False) -> Iterator[OwnFile]:
    """Give the files that a script with that text imports from its folder, from one that it adds to its path, or from
    one that is looked in ``also``, and that these import, each once; with ``python2`` all of them are translated. What
    cannot be read, or translated, is given as it is: the run tells. Where pytest is imported, so is ``conftest``."""
    waiting, seen = [(script, text)], {script.resolve()}
    folders = [script.parent] if also is None else [script.parent, also]
    while waiting and len(seen) <= _MOST_FILES:
        place, read = waiting.pop()
        more = (*added_folders(script, read), *folders_above(script, _imported_by(read)))
        folders += [each for each in more if each not in folders]
        for path in _candidates(place, read, folders):
            if path.is_file() and path.resolve() not in seen:
                seen.add(path.resolve())
                found = _read(path, python2=python2)
                waiting.append((path, found.text))
                # In Python 2 a module finds those that lie beside it.
                folders += [path.parent] if found.was_python2 and path.parent not in folders else []
                yield found


def modules_above(script: Path, text: str, files: Iterable[OwnFile]) -> tuple[Path, ...]:
    """Give the folders above a script in which modules lie that it, or a file of its own, imports."""
    texts = [text, *(file.text for file in files)]
    return folders_above(script, {module for each in texts for module in _imported_by(each)})


@lru_cache(maxsize=512)
def _imported_by(text: str) -> tuple[str, ...]:
    found = imported_by(text)
    return (*found, "conftest") if "pytest" in found else tuple(found)


def imported_by(text: str, *, relative: bool = True) -> list[str]:
    """Give the modules that a text imports by their full names; those of a ``relative`` import by what is behind the
    dots, if at all. None for a text that Python 3 cannot read."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and (relative or not node.level):
            base = node.module or ""
            found += [base] if base and not node.level else []
            found += [f"{base}.{alias.name}".lstrip(".") for alias in node.names]
    return found


@lru_cache(maxsize=512)
def _relative(text: str) -> tuple[tuple[int, str], ...]:
    """What a module of a package imports by dots: how many these are, and the name behind them."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return ()
    nodes = [each for each in ast.walk(tree) if isinstance(each, ast.ImportFrom) and each.level]
    named = [(each.level, f"{each.module or ''}.{alias.name}".lstrip(".")) for each in nodes for alias in each.names]
    return tuple(dict.fromkeys([(each.level, each.module) for each in nodes if each.module] + named))


def _candidates(file: Path, text: str, folders: Sequence[Path]) -> Iterator[Path]:
    """Where what a file imports may be: by its name in one of the folders, by dots from where the file itself lies."""
    for module in _imported_by(text):
        for folder in folders:
            yield from _places(folder, module)
    for level, module in _relative(text):
        if level <= len(file.parents):
            yield from _places(file.parents[level - 1], module)


def _places(folder: Path, module: str) -> Iterator[Path]:
    """Where a module, and the packages that it lies in, may be."""
    parts = module.split(".")
    for count in range(1, len(parts) + 1):
        place = folder.joinpath(*parts[:count])
        yield place.with_suffix(".py")
        yield place / "__init__.py"


def _read(path: Path, *, python2: bool) -> OwnFile:
    try:
        with tokenize.open(path) as file:
            text = file.read()
    except (OSError, UnicodeDecodeError, SyntaxError):
        return OwnFile(path, "", was_python2=False)
    if not (python2 or is_python2(text)):
        return OwnFile(path, text, was_python2=False)
    try:
        return OwnFile(path, translated(text).text, was_python2=True)
    except ValueError:
        return OwnFile(path, text, was_python2=False)
