"""What a path is that is there and yet no file to read."""

import stat
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def what_it_is(path: Path) -> str | None:
    """Give in words what a path is that is no regular file; None for a regular file, and where there is nothing."""
    try:
        mode = path.stat().st_mode
    except OSError:
        try:
            return f"a link to {path.readlink()}, which is not there" if path.is_symlink() else None
        except OSError:
            return None
    return next((words for test, words in _KINDS if test(mode)), None)
