"""What an answer rests on, as a digest: where it is the same, the answer is not looked for again."""

import functools
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from harness.results.codec import encode
from harness.results.reuse import harness_digest
from harness.sides.scenes import SceneOptions
from harness.survey.ask import Ask, Entry
from harness.survey.known import Read
from harness.survey.tree import is_output, places_of

# Of a longer file its size and time are taken.
_MOST_BYTES = 16 << 20
# What a script does not read as data, or what has an answer of its own.
_NO_DATA = (".py", ".ipynb", ".pyc", ".md", ".rst", ".toml")
# A script without any of these words reads no data.
_READS = re.compile(
    r"open|load|read|restore|checkpoint|Path\b|list_?dir|scandir|glob|walk|exists|isfile|fetch|record|producer|from_file"
    r"|Dataset|input_data|Image|cv2|subprocess|os\.system",
    re.IGNORECASE,
)
_IMPORTS_BY_NAME = re.compile(r"\bimportlib\b|__import__|\bsys\.path\b|\brunpy\b|\bexecfile\b|\bexec\b|\bimp\.load")


def file_key(entry: Entry, folder: Path, ask: Ask, read: Read) -> str:
    """Give what runs of a file rest on, wherever they are done: besides its text those of the files that it imports and
    the data that it names, how it is run, and the harness; but nothing of the machine, so that answers of several
    machines can be put together."""
    named = {folder / each for each in (*entry.data, *entry.files.values(), entry.input) if each}
    given = {*ask.scene.files.values(), *([ask.scene.input] if ask.scene.input is not None else [])}
    handed = sorted((name, os.environ.get(name, "")) for name in ask.handed)
    return _digest(
        harness_digest(),
        encode(entry),
        (_anywhere(ask.scene, folder), ask.limits.timeout, ask.limits.memory, ask.experiments, handed),
        _content(folder / entry.path),
        [(file.path.name, file.text) for file in read.own],
        sorted((path.name, _content(path)) for path in named | given),
        sorted({digest_of_data(place) for place in _works_in(entry, folder, ask)}) if _says(_READS, read) else (),
        digest_of_modules(folder) if _says(_IMPORTS_BY_NAME, read) else "",
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


def _works_in(entry: Entry, folder: Path, ask: Ask) -> set[Path]:
    """The folders whose data a file may read by a relative path: that in which it works, and its own."""
    here = (folder / entry.path).parent
    place = folder / entry.folder if entry.folder else folder if entry.module else ask.scene.folder or here
    return {here.resolve(), place.resolve()}


def _says(word: re.Pattern[str], read: Read) -> bool:
    return any(word.search(text) for text in (read.text, *(file.text for file in read.own)))


@functools.lru_cache(maxsize=1024)
def digest_of_data(folder: Path) -> str:
    """Give a digest of all that lies below a folder and is neither Python, nor prose, nor what a survey wrote: what a
    script of it reads no text says for sure. It is made once, for nothing of that changes amid a survey."""
    return _digest(sorted(_below(folder, lambda path: path.suffix not in _NO_DATA)))


@functools.lru_cache(maxsize=64)
def digest_of_modules(folder: Path) -> str:
    """Give a digest of all Python below a folder, for a script that imports by names which its text does not have."""
    return _digest(sorted(_below(folder, lambda path: path.suffix == ".py")))


def forget_digests() -> None:
    """Begin anew, for another survey: files may have changed since the last one."""
    digest_of_data.cache_clear()
    digest_of_modules.cache_clear()


def _below(folder: Path, wanted: Callable[[Path], bool]) -> Iterator[tuple[str, str]]:
    for here, folders, files in places_of(folder):
        if is_output(here):
            folders[:] = []
            continue
        for name in files:
            path = here / name
            if not name.startswith(".") and wanted(path):
                yield os.fsencode(path.relative_to(folder)).hex(), _content(path)


@functools.lru_cache(maxsize=4096)
def _of_file(path: Path, size: int, time: int) -> str:
    if size > _MOST_BYTES:
        return f"{size} {time // 10**9}"
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _content(path: Path) -> str:
    try:
        if path.is_dir():
            return _digest(*((each.relative_to(path), _content(each)) for each in _files_below(path)))
        found = path.stat()
        return _of_file(path, found.st_size, found.st_mtime_ns)
    except OSError as error:
        return str(error.errno)


def _files_below(folder: Path) -> list[Path]:
    return sorted(each for each in folder.rglob("*") if each.is_file())


def _digest(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode(errors="surrogateescape")).hexdigest()[:24]


def name_key(name: str) -> str:
    """Give a digest of a name."""
    return _digest(name)
