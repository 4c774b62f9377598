"""All that a file needs, of every kind: what ``harness survey`` says of it before anything is run."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from harness.lint.sources import tree_of
from harness.sides.around.own_files import OwnFile
from harness.survey.answers import Need, Wanting
from harness.survey.needs.arguments import argument_needs
from harness.survey.needs.asked import display_needs, input_needs
from harness.survey.needs.course import Course, options_of
from harness.survey.needs.data import data_needs
from harness.survey.needs.files import file_needs, written_by
from harness.survey.needs.packages import package_needs
from harness.survey.needs.reading import Place, Reading, read
from harness.survey.needs.tree import Tree
from harness.survey.needs.values import Values


def needs_of(
    text: str, path: Path, folder: Path, own: Sequence[OwnFile], origin_packages: frozenset[str]
) -> tuple[Need, ...]:
    """Give what a file needs beside its text and TensorFlow, by line: ``text`` is that of Python 3 as which it is run,
    ``path`` where it lies in a surveyed ``folder``, ``own`` the files of that which it imports; what is needed by these
    is told at the line that imports them. ``origin_packages`` is what the environment of its release has. None for a
    text that Python 3 cannot read."""
    script = _read(path, text)
    if script is None:
        return ()
    modules = [reading for each in own if (reading := _read_module(each.path, each.text)) is not None]
    tree = Tree(path, folder)
    options = options_of([script, *modules])
    used = frozenset[str]().union(*(each.names for each in (script, *modules)))
    lines = _lines(script, modules)
    written = [each for reading in (script, *modules) for each in written_by(reading, tree, Values(reading, options))]
    found = []
    for whole in (script, *modules):
        values = Values(whole, options)
        course = Course(whole, tree, values)
        reading = _without(whole, course, None if whole is script else used)
        needs = [
            *package_needs(reading, tree, values, origin_packages),
            *data_needs(reading, tree, values),
            *file_needs(reading, tree, values, course, written),
            *argument_needs(reading, course),
            *display_needs(reading, values, course),
            *input_needs(reading, course),
        ]
        line = lines.get(reading.path)
        found += needs if line is None else [Need(each.kind, each.what, line, each.option) for each in needs]
    return tuple(_each_once(sorted(found, key=lambda need: need.line)))


def _read(path: Path, text: str) -> Reading | None:
    try:
        return read(path, tree_of(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


# A module that many scripts of a tree import is read once.
_read_module = lru_cache(maxsize=128)(_read)


def _without(reading: Reading, course: Course, used: frozenset[str] | None) -> Reading:
    """The same without what is never reached; of a module, without definitions that nobody has ``used`` by name."""

    def is_in(place: Place) -> bool:
        return (not place.within or used is None or place.within in used) and not course.is_dead(place)

    return replace(
        reading,
        calls=[each for each in reading.calls if is_in(each[1])],
        imports=[each for each in reading.imports if is_in(each[1])],
        others=[each for each in reading.others if is_in(each[1])],
    )


def _lines(script: Reading, modules: Sequence[Reading]) -> dict[Path, int]:
    """The lines of a script that import its files, directly or by another one of these."""
    by_name: dict[str, int] = {}
    for node, _ in script.imports:
        for name in _imported(node):
            by_name.setdefault(name, node.lineno)
    lines = {}
    for each in modules:
        name = each.path.parent.name if each.path.name == "__init__.py" else each.path.stem
        lines[each.path] = by_name.get(name, 1)
        for node, _ in each.imports:
            for part in _imported(node):
                by_name.setdefault(part, lines[each.path])
    return lines


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    names = [*(alias.name for alias in node.names), node.module or "" if isinstance(node, ast.ImportFrom) else ""]
    for name in names:
        yield from name.split(".")


def _each_once(needs: Sequence[Need]) -> Iterator[Need]:
    seen: set[tuple[Wanting, str]] = set()
    for need in needs:
        if (need.kind, need.what) not in seen:
            seen.add((need.kind, need.what))
            yield need
