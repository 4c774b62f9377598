"""Files that are there whole or not at all, and finding out beforehand whether they can be."""

import os
import tempfile
from pathlib import Path

from harness.words.errors import UsageError


def prepare_file(path: Path, option: str) -> None:
    """Find out before minutes of work, not after them, whether a file can be written where ``option`` wants it. Raises
    UsageError."""
    if path.is_dir():
        raise UsageError(f"is a folder; {option} writes a file", path)
    prepare_folder(path.parent)


def prepare_folder(folder: Path) -> None:
    """Make a folder for files. Raises UsageError where it cannot be made or written."""
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file; it should be a folder", folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise UsageError(f"the folder cannot be written: {error.strerror}", folder) from None


def write_beside(path: Path, text: str) -> None:
    """Write a file under another name beside it and rename it, so that nobody ever sees half of it.

    Half of a surrogate pair, which an exception's message may hold, is written as its escape.
    """
    prepare_folder(path.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException as error:
        Path(name).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UsageError(f"cannot be written: {error.strerror}", path) from None
        raise
