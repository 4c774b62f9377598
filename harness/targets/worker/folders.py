"""Folders that scripts have written to: getting rid of them, however deep they are, and what they hold.

Needs nothing of the worker, so that the host uses it, too.
"""

import errno
import os
import stat
from typing import Set, Tuple  # noqa: F401  (Set: in a comment)

_HERE = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def remove_folder(path: str) -> None:
    """Remove a folder whatever its permissions have become; what cannot be removed is left.

    By what it has in it being brought up to its top, so that no depth is too much: a recursion ends at 1000 folders, a
    path at 4096 bytes (PATH_MAX), open descriptors at 1024.
    """
    try:
        os.rmdir(path)
        return
    except OSError as error:
        if error.errno == errno.ENOENT or os.path.islink(path):
            return
    try:
        os.chmod(path, 0o700)
        top = os.open(path, _HERE)
    except OSError:
        return
    try:
        _empty(top)
    finally:
        os.close(top)
    try:
        os.rmdir(path)
    except OSError:
        return


def _empty(top: int) -> None:
    left = set()  # type: Set[str]
    number = 0
    while True:
        names = [name for name in os.listdir(top) if name not in left]
        if not names:
            return
        for name in names:
            if not _is_gone(name, top):
                number = _bring_up(name, top, number)
                if not _is_gone(name, top):
                    left.add(name)


def _is_gone(name: str, folder: int) -> bool:
    """Whether an entry could be removed as it is: no folder, or an empty one."""
    for remove in (os.unlink, os.rmdir):
        try:
            remove(name, dir_fd=folder)
            return True
        except FileNotFoundError:
            return True
        except OSError:
            continue
    return False


def _bring_up(name: str, top: int, number: int) -> int:
    """Take out of a folder what is in it: folders go to the top, where their turn comes."""
    try:
        inner = _opened(name, top)
    except OSError:
        return number
    try:
        for entry in os.listdir(inner):
            if not _is_gone(entry, inner):
                number += 1
                try:
                    # A folder that moves has its `..` written anew.
                    os.close(_opened(entry, inner))
                    os.rename(entry, "%s-%d" % (os.urandom(8).hex(), number), src_dir_fd=inner, dst_dir_fd=top)
                except OSError:
                    continue
    except OSError:
        return number
    finally:
        os.close(inner)
    return number


def _opened(name: str, folder: int) -> int:
    """A folder, opened, with every right that its owner may have. Raises OSError for what is none."""
    if not stat.S_ISDIR(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode):
        raise NotADirectoryError(name)
    os.chmod(name, 0o700, dir_fd=folder)
    return os.open(name, _HERE, dir_fd=folder)


def held(path: str) -> Tuple[int, int]:
    """Bytes that the files below a folder take, and the size of the largest; as far as paths reach."""
    total, largest = 0, 0
    todo = [path]
    while todo:
        try:
            entries = list(os.scandir(todo.pop()))
        except OSError:
            continue
        for entry in entries:
            try:
                its = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            if stat.S_ISDIR(its.st_mode):
                todo.append(entry.path)
            elif stat.S_ISREG(its.st_mode):
                total += its.st_blocks * 512
                largest = max(largest, its.st_size)
    return total, largest
