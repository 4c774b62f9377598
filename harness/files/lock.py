"""One at a time, be it threads or processes, for work whose result all of them use."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

from harness.files.atomic_file import prepare_folder


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Wait until nobody else is in here by the same file, which is made and stays; the kernel lets go of it when
    whoever holds it dies. Raises UsageError where the file cannot be made."""
    prepare_folder(path.parent)
    # A file opened anew is locked anew, also by a thread of the same process.
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
