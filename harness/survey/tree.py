"""The files of a folder that a survey is about."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from harness.lint.sources import SKIPPED
from harness.words.errors import UsageError

_SUFFIXES = (".py", ".ipynb")
# More than anybody has written by hand: what is longer is data.
_MOST_BYTES = 8 << 20
# What a survey writes: its documents, and the answers of a file.
_DOCUMENT = re.compile(r"survey.*\.json")
_WRITTEN = re.compile(r"survey.*\.(?:json|sarif)|index.*\.html")
_ANSWERS = re.compile(r"[0-9a-f]{24}\.json")


def files_of(folder: Path) -> list[str]:
    """Give the paths of all scripts and notebooks below a folder, in order, those in folders of other people's code
    left out. Raises UsageError for what is no folder."""
    if not folder.is_dir():
        raise UsageError(
            "is no folder; harness survey takes the folder of a repository (of one script: harness port)", folder
        )
    return sorted(_below(folder))


def places_of(folder: Path) -> Iterator[tuple[Path, list[str], list[str]]]:
    """Give all folders below one, each with the names of its folders and of its files, those of other people's code
    left out. Links to folders are not followed: they may lead round in circles, or out of the repository."""
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(each for each in folders if each not in SKIPPED and not _is_environment(here / each))
        yield here, folders, files


def _below(folder: Path) -> Iterator[str]:
    for here, _, files in places_of(folder):
        for name in files:
            path = here / name
            if path.suffix in _SUFFIXES and not name.startswith("."):
                yield path.relative_to(folder).as_posix()


def without_output(here: Path, folders: list[str], files: list[str]) -> list[str]:
    """Give the files of a folder but for what surveys wrote there, whose answers are taken out of its ``folders``: from
    the first of them on, for a survey amid its work has written nothing else."""
    if "answers" not in folders or not (any(map(_DOCUMENT.fullmatch, files)) or _has_answers(here / "answers")):
        return files
    folders.remove("answers")
    return [each for each in files if not _WRITTEN.fullmatch(each)]


def _has_answers(folder: Path) -> bool:
    try:
        return any(_ANSWERS.fullmatch(each.name) for each in folder.iterdir())
    except OSError:
        return False


def _is_environment(folder: Path) -> bool:
    return folder.name.startswith(".") or (folder / "pyvenv.cfg").exists()


def why_unread(path: Path) -> str:
    """Give why a file is not even opened; empty for one that is read."""
    try:
        size = path.stat().st_size
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if not path.is_file():
        return "is no regular file"
    return f"is {size >> 20} MiB long, which no script is" if size > _MOST_BYTES else ""
