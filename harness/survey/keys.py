"""What an answer rests on, as a digest: where it is the same, the answer is not looked for again."""

import ast
import functools
import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from harness.results.codec import encode
from harness.results.reuse import harness_digest
from harness.sides.scenes import SceneOptions
from harness.survey.ask import Ask, Entry
from harness.survey.known import Read

# Of a longer file its size and time are taken.
_MOST_BYTES = 16 << 20


def file_key(entry: Entry, folder: Path, ask: Ask, read: Read) -> str:
    """Give what runs of a file rest on, wherever they are done: besides its text those of the files that it imports and
    the data that it names, how it is run, and the harness; but nothing of the machine, so that answers of several
    machines can be put together."""
    here = (folder / entry.path).parent
    named = [folder / each for each in (*entry.data, *entry.files.values(), entry.input) if each]
    given = [*ask.scene.files.values(), *([ask.scene.input] if ask.scene.input is not None else [])]
    data = {*named, *_named_in(read.text, here), *given}
    return _digest(
        harness_digest(),
        encode(entry),
        (_anywhere(ask.scene, folder), ask.limits.timeout, ask.limits.memory, ask.experiments, ask.handed),
        _content(folder / entry.path),
        [(file.path.name, file.text) for file in read.own],
        sorted((path.name, _content(path)) for path in data),
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


def _named_in(text: str, folder: Path) -> Iterable[Path]:
    """Files beside a script that it names: what it reads, most likely."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and 0 < len(node.value) < 256:
            path = folder / node.value
            try:
                if path.is_file() and path.is_relative_to(folder):
                    yield path
            except (OSError, ValueError):
                continue


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
