"""In a child: a root folder of the run's own, in which a script can make the folders that its author had.

All that the machine has is seen in it as before, by bind mounts (mount_namespaces(7)); what is made beside that, at the
root itself or where people's folders lie, as ``/home/me/logs`` of somebody else, is kept in the run's folder.
"""

import ctypes
import os
from typing import Any, Iterable, List, Tuple  # noqa: F401  (in comments)

from _harness_worker.shield import mounted

_MS_BIND, _MS_REC, _MS_UNBINDABLE = 4096, 16384, 1 << 17
# Where people, disks and programs of other machines have folders; what this machine has there is bound one by one.
_OF_PEOPLE = ("/home", "/Users", "/mnt", "/media", "/data", "/srv")
# More folders there than this are bound as a whole.
_MOST = 200
_MNT_DETACH = 2
_library = ctypes.CDLL(None, use_errno=True)  # type: Any


def go(root: str, kept: "Iterable[str]") -> bool:
    """Make ``root``, an empty folder, the root of this process; False, and nothing changed, where that cannot be had.

    ``kept`` are folders that stay mounted as a whole, with what is mounted in them.
    """
    try:
        # Without a copy of itself below itself.
        if not (mounted(root, root, _MS_BIND) and mounted(None, root, _MS_UNBINDABLE)):
            return False
        for name in os.listdir("/"):
            _show("/" + name, root, tuple(kept))
        os.chroot(root)
    except OSError:
        _library.umount2(os.fsencode(root), _MNT_DETACH)
        return False
    return True


def _show(path: str, root: str, kept: "Tuple[str, ...]") -> None:
    """Show in a new root what lies at a path. Raises OSError."""
    place = root + path
    if os.path.islink(path):
        os.symlink(os.readlink(path), place)
    elif not os.path.isdir(path):
        with open(place, "wb"):
            _check(mounted(path, place, _MS_BIND))
    else:
        os.mkdir(place)
        inside = _inside(path)
        if path in _OF_PEOPLE and path not in kept and len(inside) <= _MOST and not _is_mounted_when_asked(path):
            for name in inside:
                _show(path + "/" + name, root, kept)
        else:
            _check(mounted(path, place, _MS_BIND | _MS_REC))


def _is_mounted_when_asked(path: str) -> bool:
    """Whether each folder in it is fetched from elsewhere once somebody looks at it (autofs)."""
    with open("/proc/self/mountinfo", "rb") as file:
        fields = [line.split() for line in file]
    return any(each[4] == os.fsencode(path) and b"autofs" in each[each.index(b"-") :] for each in fields)


def _inside(path: str) -> "List[str]":
    try:
        return os.listdir(path)
    except OSError:
        return []


def _check(done: bool) -> None:
    if not done:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
