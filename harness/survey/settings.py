"""``survey.toml`` of a surveyed folder: what single files are run with."""

import math
import shlex
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from harness.files.toml_table import Table, read_toml
from harness.survey.ask import Entry
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError, near

SETTINGS = "survey.toml"


def read_settings(folder: Path) -> tuple[Entry, ...]:
    """Give the entries of ``survey.toml``, in its order; none where there is no such file.

    Raises UsageError, with file and line, for what is not there or cannot be understood.
    """
    path = folder / SETTINGS
    if not path.is_file():
        return ()
    table = read_toml(path)
    entries = []
    for each in table.tables("file"):
        entries.append(_entry(each, folder))
        each.finish()
    table.finish()
    return tuple(_named(entries, table))


def with_settings(paths: list[str], settings: tuple[Entry, ...]) -> list[Entry]:
    """Give an entry for each file of a folder: those of ``survey.toml``, also of files that would be left out, and a
    plain one for each other file. Raises UsageError for an entry that is called as another file is."""
    for each in settings:
        if each.name != each.path and each.name in paths:
            raise UsageError(
                f"{SETTINGS}: {each.path} cannot be called {each.name!r}, for there is a file of that name"
            )
    found: list[Entry] = []
    for path in sorted({*paths, *(each.path for each in settings)}):
        own = [each for each in settings if each.path == path]
        found += own or [Entry(path, path)]
    return found


def _entry(table: Table, folder: Path) -> Entry:
    module, path = table.take("module", str, ""), table.take("path", str, "")
    if bool(module) == bool(path):
        raise UsageError("[[file]] has either a path or a module", table.path, table.line(None))
    key = "path" if path else "module"
    cwd = _there(table, "cwd", folder, Path.is_dir, "folder")
    if module:
        path = _file_of(module, folder, cwd)
    if not path or not (folder / path).is_file():
        beside = [each.relative_to(folder).as_posix() for each in (folder / path).parent.glob("*.py")] if path else []
        raise UsageError(f"there is no file for {path or module}{near(path, beside)}", table.path, table.line(key))
    path = _within(table, key, path, folder)
    seconds = table.take("seconds", float, 0.0)
    if not 0 <= seconds < math.inf:
        raise UsageError("'seconds' should be a positive number", table.path, table.line("seconds"))
    return Entry(
        path,
        table.take("name", str, ""),
        module,
        _words(table, "args"),
        cwd,
        _texts(table, "with"),
        _files(table, folder),
        _there(table, "input", folder, Path.is_file, "file"),
        tuple(_within(table, "data", each, folder) for each in _texts(table, "data")),
        seconds or None,
        _release(table),
        table.take("skip", str, ""),
        tests=table.take("tests", bool, False),
        first=tuple(_within(table, "first", each, folder) for each in _texts(table, "first")),
    )


def _release(table: Table) -> str:
    release = table.take("from", str, "").removeprefix("tf")
    if not release:
        return ""
    timeline = read_timeline()
    try:
        return timeline.releases[timeline.place(release)]
    except UsageError as error:
        raise UsageError(f"'from': {error.message}", table.path, table.line("from")) from None


def _named(entries: list[Entry], table: Table) -> Iterator[Entry]:
    """Each with a name of its own: its path, and what it is run with where there are several."""
    several = {each.path for each in entries if sum(other.path == each.path for other in entries) > 1}
    taken: set[str] = set()
    for place, each in enumerate(entries, start=1):
        told = shlex.join(each.arguments) or f"{place}"
        name = each.name or (f"{each.path} ({told})" if each.path in several else each.path)
        if name in taken:
            raise UsageError(f"two files are called {name!r}; give each a name of its own", table.path)
        taken.add(name)
        yield replace(each, name=name)


def _file_of(module: str, folder: Path, cwd: str) -> str:
    """The file of a module, which Python looks for in the folder that it works in."""
    place = (folder / cwd).joinpath(*module.split("."))
    for path in (place.with_suffix(".py"), place / "__main__.py"):
        if path.is_file():
            return path.relative_to(folder).as_posix()
    return ""


def _words(table: Table, key: str) -> tuple[str, ...]:
    text = table.take(key, str, "")
    try:
        return tuple(shlex.split(text))
    except ValueError as error:
        raise UsageError(
            f"{key!r} cannot be read as words: {str(error).lower()}", table.path, table.line(key)
        ) from None


def _texts(table: Table, key: str) -> tuple[str, ...]:
    values = table.take(key, list, [])
    if not all(isinstance(each, str) for each in values):
        raise UsageError(f"{key!r} should be a list of texts", table.path, table.line(key))
    return tuple(values)


def _files(table: Table, folder: Path) -> dict[str, str]:
    """Files that stand in for downloads, by address."""
    given = table.table("files")
    found = {address: _within(given, address, given.take(address, str), folder) for address in given}
    given.finish()
    return found


def _there(table: Table, key: str, folder: Path, fits: Callable[[Path], bool], kind: str) -> str:
    text = table.take(key, str, "")
    if not text:
        return ""
    found = _within(table, key, text, folder)
    if not fits(folder / found):
        raise UsageError(f"{key!r}: {text} is no {kind}", table.path, table.line(key))
    return found


def _within(table: Table, key: str, text: str, folder: Path) -> str:
    """A path of the surveyed folder."""
    path = folder / text
    if not path.exists():
        raise UsageError(f"{key!r}: there is no {text}", table.path, table.line(key))
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{key!r}: {text} lies outside of the surveyed folder", table.path, table.line(key))
    return path.resolve().relative_to(folder.resolve()).as_posix()
