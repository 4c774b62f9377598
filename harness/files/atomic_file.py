"""Files that are there whole or not at all, and finding out beforehand whether they can be."""

import contextlib
import re
import secrets
import tempfile
import time
from pathlib import Path

from harness.words.errors import UsageError

# No file takes that long to be written.
_LEFT_OVER_SECONDS = 3600.0


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


def write_beside(path: Path, content: str | bytes, *, tidy: bool = True) -> None:
    """Write a file under another name beside it and rename it, so that nobody ever sees half of it.

    Its mode is what the umask leaves of 0666. A text is written as UTF-8; half of a surrogate pair, which an
    exception's message may hold, as its escape. What a process that was killed has left of an earlier try is removed,
    an hour later; without ``tidy`` by ``tidy_folder`` alone.
    """
    prepare_folder(path.parent)
    if tidy:
        tidy_folder(path.parent, re.escape(path.name))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content if isinstance(content, bytes) else content.encode(errors="backslashreplace"))
        beside.replace(path)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise UsageError(f"cannot be written: {error.strerror}", path) from None
        raise


def tidy_folder(folder: Path, name: str) -> None:
    """Remove what killed processes have left an hour ago of files whose names a regular expression fits whole."""
    ours = re.compile(rf"\.{name}\.[a-z0-9_]{{8}}")
    for each in folder.iterdir() if folder.is_dir() else ():
        if ours.fullmatch(each.name):
            # Another process may be about to rename it, or to remove it as well.
            with contextlib.suppress(OSError):
                if time.time() - each.lstat().st_mtime > _LEFT_OVER_SECONDS:
                    each.unlink()
