"""A folder copied for a run, where the kernel lays nothing over it; and what has changed in a folder."""

import os
import shutil
import stat
from typing import Dict, List, Tuple  # noqa: F401  (in comments)

# Larger files are linked, and then watched; and how much is copied at all.
_LARGEST_COPIED, _MOST_COPIED = 64 << 20, 1 << 30


def copied(origin: str, place: str) -> "List[str]":
    """Copy a folder; of what is large, and where all is too much, link to it, and give what is linked."""
    left, linked = _MOST_COPIED, []  # type: int, List[str]
    os.mkdir(place)
    for folder, names, files in os.walk(origin):
        inside = os.path.join(place, os.path.relpath(folder, origin))
        names[:] = [name for name in names if not os.path.islink(os.path.join(folder, name))]
        for name in names:
            os.makedirs(os.path.join(inside, name), exist_ok=True)
        for name in files:
            source = os.path.join(folder, name)
            try:
                its = os.stat(source)
                if not stat.S_ISREG(its.st_mode):
                    continue
                left -= its.st_size
                if its.st_size <= _LARGEST_COPIED and left > 0:
                    shutil.copy2(source, os.path.join(inside, name))
                else:
                    os.symlink(source, os.path.join(inside, name))
                    linked.append(source)
            except OSError:
                continue  # what cannot be read is not there for the script either
    return linked


def states(folder: str) -> "Dict[str, Tuple[int, int]]":
    """Size and time of each file below a folder; -1 for what an overlay keeps of a file that is gone."""
    found = {}  # type: Dict[str, Tuple[int, int]]
    for inside, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(inside, name)
            its = os.lstat(path)
            gone = stat.S_ISCHR(its.st_mode) and its.st_rdev == 0
            if gone or stat.S_ISREG(its.st_mode):
                found[os.path.relpath(path, folder)] = (-1 if gone else its.st_size, its.st_mtime_ns)
    return found


def is_within(path: str, folder: str) -> bool:
    """Whether a path is a folder or lies in it, by its words alone."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
