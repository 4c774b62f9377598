"""What a script finds around it: a folder of the user's, to read as it is and to write to without a trace.

On Linux an overlay file system lies over the folder, and over what all share, as ``/tmp``, in a mount namespace of the
run's own: what the script writes, renames or deletes is kept in the run's folder, and all else is read-only for it
(https://docs.kernel.org/filesystems/overlayfs.html, mount_namespaces(7)). Where the kernel allows none, the script has
a copy of the folder, and Landlock keeps it from writing elsewhere. A namespace of the network (network_namespaces(7))
cuts that off.
"""

import ctypes
import os
import re
import shutil
import stat
import struct
import sys
from typing import Any, Dict, List, Optional, Tuple  # noqa: F401  (in comments)

from _harness_worker.landlock import restrict_writes
from _harness_worker.shield import Shield, give_up_mounting, kept_flags, mounted

_CLONE_NEWNS, _CLONE_NEWNET = 0x00020000, 0x40000000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE, _MNT_DETACH = 1, 32, 4096, 16384, 1 << 18, 2
# What belongs to the kernel, and what programs need to write to.
_OF_THE_KERNEL = ("/proc", "/sys", "/dev")
# What all programs of a machine share, and scripts name in their text.
_SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108
# Of a copy: larger files are linked, and then watched; and how much is copied at all.
_LARGEST_COPIED, _MOST_COPIED = 64 << 20, 1 << 30
_MOST_NAMED = 1000
_library = ctypes.CDLL(None, use_errno=True)  # type: Any


class View:
    """A folder as one run sees it: ``folder`` is where the script works. Raises OSError where there is no room for it.

    ``base`` is the run's own folder, in which all is kept that the script changes. ``way`` is ``overlay`` or ``copy``.
    """

    def __init__(self, origin: str, also: str, base: str, shield: Shield, most: int) -> None:
        """``also`` is a further folder, the script's own, that the script may write to if that can be had."""
        self.origin, self.also, self.base = origin, also, base
        # Beside the run's folder, for what is seen there the run does not hold.
        self.places = base + "-view"
        self.mounts = []  # type: List[str]
        # By the place that they cover, in the order in which they are put there.
        self.covers = []  # type: List[Tuple[str, str]]
        self.upper, self.before = os.path.join(base, "upper"), {}  # type: str, Dict[str, Tuple[int, int]]
        self.way, self.folder = "overlay", origin
        # Files of the user's that a copy only links to, and that no run may change.
        self.linked = []  # type: List[str]
        try:
            if not (shield.is_up and self._laid_over(most)):
                self.close()
                self.way = "copy"
                self.folder = self.upper = os.path.join(base, "copy")
                self.linked = _copy(origin, self.folder)
                self.before = _states(self.folder)
        except BaseException:
            self.close()
            raise

    def _laid_over(self, most: int) -> bool:
        """Whether overlays could be made of the folder and of ``/tmp``."""
        memory = os.path.join(self.base, "memory")
        for each in (memory, self.places):
            os.mkdir(each)
        if not mounted("tmpfs", memory, 0, "tmpfs", "size=%d,mode=755" % most):
            return False
        self.mounts.append(memory)
        if _is_within(self.base, self.origin):
            self.upper = os.path.join(memory, "upper")  # an overlay may not keep its changes below itself
        shared = [place for place in _SHARED if os.path.isdir(place) and not _is_within(place, self.origin)]
        wanted = [(place, "shared%d" % number) for number, place in enumerate(shared)]
        wanted += [(self.also, "also")] if not _is_within(self.also, self.origin) and self.also not in shared else []
        for lower, name in wanted:
            place = self._overlay(lower, os.path.join(memory, name), name)
            if place is None:
                return False
            self.covers.append((place, lower))
        folder = self._overlay(self.origin, self.upper, "folder")
        if folder is None and not _is_within(self.upper, memory):
            # In a container TMPDIR lies in an overlay itself, which cannot keep the changes of another one.
            self.upper = os.path.join(memory, "upper")
            folder = self._overlay(self.origin, self.upper, "folder-in-memory")
        if folder is None:
            return False
        self.covers.append((folder, self.origin))
        return True

    def _overlay(self, lower: str, upper: str, name: str) -> "Optional[str]":
        work, place = upper + "-work", os.path.join(self.places, name)
        for each in (upper, work, place):
            os.mkdir(each)
        os.chmod(upper, stat.S_IMODE(os.stat(lower).st_mode) | 0o700)
        below = os.open(lower, os.O_PATH | os.O_DIRECTORY)  # a path may hold commas and colons
        try:
            options = "lowerdir=/proc/self/fd/%d,upperdir=%s,workdir=%s" % (below, upper, work)
            # Without redirect_dir a folder cannot be renamed, which a user without rights cannot have.
            ways = (",redirect_dir=on", "", ",userxattr")
            if not any(mounted("overlay", place, 0, "overlay", options + more) for more in ways):
                return None
        finally:
            os.close(below)
        self.mounts.append(place)
        return place

    def seen_as(self, path: str) -> str:
        """Give the path by which the script finds a file of the folder, or of anywhere else."""
        if self.way == "copy" and _is_within(path, self.origin):
            return os.path.join(self.folder, os.path.relpath(path, self.origin))
        return path

    def as_told(self, text: str) -> str:
        """Give a text of the run with the paths that the user knows."""
        return text.replace(self.folder, self.origin) if self.way == "copy" else text

    def for_child(self) -> "Dict[str, Any]":
        """What ``enter`` needs, as JSON."""
        covers = self.covers if self.way == "overlay" else None
        return {"base": self.base, "places": self.places, "covers": covers, "folder": self.folder}

    def changes(self) -> "List[Dict[str, Any]]":
        """What the script wrote and deleted below the folder: paths, and sizes in bytes, None for what is gone."""
        found = []  # type: List[Dict[str, Any]]
        now = _states(self.upper)
        for path, state in sorted(now.items()):
            if state != self.before.get(path):
                found.append({"path": path, "bytes": None if state[0] < 0 else state[0]})
        found += [{"path": path, "bytes": None} for path in sorted(self.before) if path not in now]
        return found[:_MOST_NAMED]

    def keep(self, folder: str, most: int) -> None:
        """Copy what the script wrote into a folder. Raises OSError."""
        for change in self.changes():
            source, place = (os.path.join(at, change["path"]) for at in (self.upper, folder))
            if change["bytes"] is None or change["bytes"] > most or os.path.islink(source):
                continue
            os.makedirs(os.path.dirname(place), exist_ok=True)
            shutil.copyfile(source, place)

    def close(self) -> None:
        """Take the overlays down; what they keep stays in the run's folder."""
        for place in reversed(self.mounts):
            _library.umount2(os.fsencode(place), _MNT_DETACH)
        self.mounts = []
        if os.path.isdir(self.places):
            # By rmdir alone: nothing of what a mount shows may ever be removed.
            for place in [os.path.join(self.places, name) for name in os.listdir(self.places)] + [self.places]:
                os.rmdir(place)


def enter(view: "Dict[str, Any]") -> bool:
    """In a child: see the folder, and what all share, as the view has them, and leave all else unchanged; False where
    the kernel lets nobody see to that. Raises OSError."""
    if view["covers"] is None:
        os.chdir(view["folder"])
        return restrict_writes([view["base"], "/dev/null", "/dev/zero", "/dev/tty"])
    base = view["base"]
    _do(_library.unshare(_CLONE_NEWNS))
    _check(mounted(None, "/", _MS_REC | _MS_PRIVATE))
    _check(mounted(base, base, _MS_BIND | _MS_REC))
    opened = [os.open(path, os.O_PATH | os.O_DIRECTORY) for path in [base] + [source for source, _ in view["covers"]]]
    for place in _places_of_mounts():
        own = any(_is_within(place, of) for of in (base, view["places"]) + _OF_THE_KERNEL)
        if not own or any(_is_within(place, of) for of in _SHARED[2:]):
            _make_read_only(place)
    for number, (_, place) in enumerate(view["covers"], 1):
        # An overlay does not show what is mounted below: a folder may have to be made anew to be covered.
        os.makedirs(place, exist_ok=True)
        _check(mounted("/proc/self/fd/%d" % opened[number], place, _MS_BIND))
        if _is_within(base, place):
            os.makedirs(base, exist_ok=True)
            _check(mounted("/proc/self/fd/%d" % opened[0], base, _MS_BIND | _MS_REC))
    for descriptor in opened:
        os.close(descriptor)
    os.chdir(view["folder"])
    give_up_mounting()
    return True


def _make_read_only(place: str) -> None:
    try:
        mounted(None, place, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | kept_flags(place))
    except OSError:
        return  # what cannot be read needs no protection from this user


def cut_off_network() -> bool:
    """In a child: have no network but the machine's own loopback; False where the kernel allows no such thing."""
    if not sys.platform.startswith("linux") or _library.unshare(_CLONE_NEWNET) != 0:
        return False
    import fcntl
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        # SIOCSIFFLAGS, IFF_UP (netdevice(7)): local servers of TensorFlow work.
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sh14x", b"lo", 1))
    return True


def _copy(origin: str, place: str) -> "List[str]":
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


def _states(folder: str) -> "Dict[str, Tuple[int, int]]":
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


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _places_of_mounts() -> "List[str]":
    """Where something is mounted, the outermost first; the kernel writes a space as ``\\040`` (proc(5))."""
    with open("/proc/self/mountinfo", "rb") as file:
        fields = [line.split()[4] for line in file]
    return [os.fsdecode(re.sub(rb"\\([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), field)) for field in fields]


def _check(done: bool) -> None:
    if not done:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _do(status: int) -> None:
    _check(status == 0)
