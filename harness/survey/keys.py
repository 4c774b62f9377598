"""What an answer rests on, as a digest: where it is the same, the answer is not looked for again."""

import functools
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from harness.results.codec import encode
from harness.results.reuse import harness_digest
from harness.sides.around.scenes import SceneOptions
from harness.survey.ask import Ask, Entry
from harness.survey.known import Read
from harness.survey.reading import Named, looks_above, named_in, reads_data
from harness.survey.tree import places_of, without_output

# Of a longer file its size and time are taken.
_MOST_BYTES = 16 << 20
# What a script does not read as data, or what has an answer of its own.
_NO_DATA = (".py", ".ipynb", ".pyc", ".md", ".rst", ".toml")
# What a script that names it may read as well.
_PROSE = (".md", ".rst", ".toml")
_IMPORTS_BY_NAME = re.compile(r"\bimportlib\b|__import__|\bsys\.path\b|\brunpy\b|\bexecfile\b|\bexec\b|\bimp\.load")


def file_key(entry: Entry, folder: Path, ask: Ask, read: Read) -> str:
    """Give what runs of a file rest on, wherever they are done: besides its text those of the files that it imports and
    the data that it names, how it is run, and the harness; but nothing of the machine, so that answers of several
    machines can be put together."""
    named = {folder / each for each in (*entry.data, *entry.first, *entry.files.values(), entry.input) if each}
    given = {*ask.scene.files.values(), *([ask.scene.input] if ask.scene.input is not None else [])}
    handed = sorted((name, os.environ.get(name, "")) for name in ask.handed)
    texts = (read.text, *(file.text for file in read.own))
    named_by = named_in((*texts, *map(repr, (*entry.arguments, *ask.scene.arguments))))
    return _digest(
        harness_digest(),
        encode(entry),
        (_anywhere(ask.scene, folder), ask.limits.timeout, ask.limits.memory, ask.experiments, handed),
        _content(folder / entry.path),
        [(file.path.name, file.text) for file in read.own],
        sorted((path.name, _content(path)) for path in named | given),
        sorted({digest_of_data(place) for place in _works_in(entry, folder, ask, texts)}) if reads_data(texts) else (),
        [(name, _content(folder / name)) for name in _named_below(folder, named_by)],
        digest_of_modules(folder) if any(map(_IMPORTS_BY_NAME.search, texts)) else "",
    )


def run_key(file: str, environments: Iterable[str]) -> str:
    """Give what runs of a file rest on in environments: its ``file_key``, and their ``release_key``."""
    return _digest(file, tuple(environments))


def release_key(root: Path, release: str) -> str:
    """Give a digest of what the environment of a release holds: its constraints, which name all of it."""
    path = root / "constraints" / f"tf{release}.txt"
    return _digest(release, _content(path))


def _anywhere(scene: SceneOptions, folder: Path) -> tuple[object, ...]:
    """What a scene says wherever its files lie; what is in them is told beside it."""
    place = os.path.relpath(scene.folder.resolve(), folder.resolve()) if scene.folder is not None else ""
    plain = replace(scene, files={}, folder=None, input=None, keep=None)
    return plain, place, sorted((address, path.name) for address, path in scene.files.items()), scene.input is not None


def _works_in(entry: Entry, folder: Path, ask: Ask, texts: Iterable[str]) -> set[Path]:
    """The folders whose data a file may read by a relative path: that in which it works, and its own; where it looks
    above these, the surveyed one."""
    here = (folder / entry.path).parent
    if looks_above(texts):
        return {folder.resolve(), *_works_in(entry, folder, ask, ())}
    place = folder / entry.folder if entry.folder else folder if entry.module else ask.scene.folder or here
    return {here.resolve(), place.resolve()}


def _named_below(folder: Path, named: Named) -> list[str]:
    """The files below a folder whose name, or that of a folder which they lie in, stands in texts."""
    files, folders = _names_below(folder)
    found = {path for name in named.files & files.keys() for path in files[name]}
    return sorted(found.union(*(folders[name] for name in named.folders & folders.keys())))


@functools.lru_cache(maxsize=64)
def _names_below(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The files below a folder that may be data, by their names and by those of the folders that they lie in."""
    by_name: dict[str, list[str]] = {}
    by_folder: dict[str, list[str]] = {}
    for path in _paths_below(folder, lambda suffix: suffix in _PROSE or suffix not in _NO_DATA):
        *above, name = path.split("/")
        by_name.setdefault(name, []).append(path)
        for each in set(above) if _suffix(name) not in _PROSE else ():
            by_folder.setdefault(each, []).append(path)
    return by_name, by_folder


@functools.lru_cache(maxsize=1024)
def digest_of_data(folder: Path) -> str:
    """Give a digest of all that lies below a folder and is neither Python, nor prose, nor what a survey wrote: what a
    script of it reads no text says for sure. It is made once until ``forget_digests``."""
    return _digest(sorted(_below(folder, lambda suffix: suffix not in _NO_DATA)))


@functools.lru_cache(maxsize=64)
def digest_of_modules(folder: Path) -> str:
    """Give a digest of all Python below a folder, for a script that imports by names which its text does not have."""
    return _digest(sorted(_below(folder, lambda suffix: suffix == ".py")))


def forget_digests() -> None:
    """Look at data and modules anew: files may have changed since the last time."""
    _names_below.cache_clear()
    digest_of_data.cache_clear()
    digest_of_modules.cache_clear()


def _below(folder: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for path in _paths_below(folder, wanted):
        yield os.fsencode(path).hex(), _content(folder / path)


def _paths_below(folder: Path, wanted: Callable[[str], bool]) -> Iterator[str]:
    """The paths from a folder of the files below it with a suffix that is wanted: as strings, for there may be so many
    that making paths of them takes longer than looking at them."""
    for here, folders, files in places_of(folder):
        place = "" if here == folder else f"{here.relative_to(folder).as_posix()}/"
        for name in without_output(here, folders, files):
            if not name.startswith(".") and wanted(_suffix(name)):
                yield place + name


def _suffix(name: str) -> str:
    return name[name.rfind(".") :] if "." in name else ""


# Data is looked at again after each file that was run, and hashed where it is new.
@functools.lru_cache(maxsize=1 << 16)
def _of_file(path: str, size: int, time: int) -> str:
    if size > _MOST_BYTES:
        return f"{size} {time // 10**9}"
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def _content(path: Path) -> str:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            return _digest(*((each.relative_to(path), _content(each)) for each in _files_below(path)))
        if not stat.S_ISREG(found.st_mode):
            return "no regular file"  # to read a pipe is to wait for its writer
        return _of_file(str(path), found.st_size, found.st_mtime_ns)
    except OSError as error:
        return str(error.errno)


def _files_below(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode(errors="surrogateescape")).hexdigest()[:24]


def name_key(name: str) -> str:
    """Give a digest of a name."""
    return _digest(name)
