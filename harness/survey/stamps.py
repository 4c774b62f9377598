"""Whether files are those that were read: by their stamps, which also tell of one that was changed and changed back."""

from collections.abc import Iterable
from pathlib import Path

# A path, and the number, size and times of what lies there, none for nothing.
Stamp = tuple[Path, tuple[int, ...]]

CHANGED = "a text of it was changed while it was looked at, and what came of that is not kept; survey it again"


def stamps_of(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """Give the stamps of files as they are now."""
    return tuple((path, _stamp(path)) for path in paths)


def still_are(stamps: Iterable[Stamp]) -> bool:
    """Whether files have not been written since they had these stamps."""
    return all(_stamp(path) == its for path, its in stamps)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        its = path.stat()
    except OSError:
        return ()
    return its.st_ino, its.st_size, its.st_mtime_ns, its.st_ctime_ns
