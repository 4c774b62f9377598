"""What a run must find unchanged, and leave so: the cases and golden files of the project that its script belongs to.

On Linux the server has a mount namespace of its own (mount_namespaces(7)) in which these are read-only, where the
kernel allows that to a user: some containers do not, nor does Ubuntu since 23.10 by default. Elsewhere files are
digested before a run and after it, and a change is the run's failure.
"""

import ctypes
import hashlib
import os
import struct
import sys
from typing import Any, Dict, Iterable, List  # noqa: F401  (in comments)

_CLONE_NEWNS, _CLONE_NEWUSER = 0x00020000, 0x10000000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_SLAVE = 1, 32, 4096, 16384, 1 << 19
# What a mount may not lose when it is mounted anew (MS_... of mount(2)), by what statvfs(3) calls it.
_KEPT = {2: 2, 4: 4, 8: 8, 1024: 1024, 2048: 2048, 4096: 1 << 21}
_CAPABILITY_VERSION_3 = 0x20080522
_DROP_FROM_BOUNDING_SET = 24
# CAP_SYS_MODULE, CAP_SYS_RAWIO, CAP_SYS_CHROOT, CAP_SYS_PTRACE, CAP_SYS_ADMIN, CAP_SYS_BOOT (capabilities(7)).
_OF_MOUNTING = (16, 17, 18, 19, 21, 22)
# More than any case has; a folder that holds more than that is no case's.
_MOST_FILES, _MOST_BYTES = 2000, 256 << 20

_library = ctypes.CDLL(None, use_errno=True)  # type: Any


class Shield:
    """The read-only view of folders that this process and those below it have."""

    def __init__(self, folder: str) -> None:
        """``folder`` stays writable, also within such a folder. To be made while the process has one thread."""
        self.folder = folder
        self.in_user_namespace = False
        self.is_up = sys.platform.startswith("linux") and self._enter()
        self.covered = {}  # type: Dict[str, bool]

    def _enter(self) -> bool:
        user, group = os.geteuid(), os.getegid()
        if _library.unshare(_CLONE_NEWNS) != 0:
            if _library.unshare(_CLONE_NEWNS | _CLONE_NEWUSER) != 0:
                return False
            self.in_user_namespace = True
            try:
                # Who one is stays as it is.
                for name, text in (
                    ("setgroups", "deny"),
                    ("uid_map", "%d %d 1" % (user, user)),
                    ("gid_map", "%d %d 1" % (group, group)),
                ):
                    with open("/proc/self/" + name, "w") as file:
                        file.write(text)
            except OSError:
                return False
        return mounted(None, "/", _MS_REC | _MS_SLAVE)

    def covers(self, protected: str) -> bool:
        """Whether a folder is read-only for runs that start from now on."""
        if self.is_up and protected not in self.covered:
            self.covered[protected] = self._cover(protected)
        return self.covered.get(protected, False)

    def _cover(self, protected: str) -> bool:
        if not mounted(protected, protected, _MS_BIND | _MS_REC):
            return False
        inside = (self.folder + os.sep).startswith(protected.rstrip(os.sep) + os.sep)
        if inside and not mounted(self.folder, self.folder, _MS_BIND):
            return False
        return mounted(None, protected, _MS_REMOUNT | _MS_BIND | _MS_RDONLY | kept_flags(protected))

    def give_up_rights(self) -> None:
        """In a child: have no more rights than without the namespace."""
        if self.in_user_namespace:
            give_up_rights()


def give_up_rights() -> None:
    """Have no rights but a user's: a user namespace gives all of them within itself (user_namespaces(7))."""
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0))
    _library.capset(header, ctypes.create_string_buffer(24))


def give_up_mounting() -> None:
    """Have no right to mount, and none over processes, nor get it by starting a program: so nobody who is root takes a
    run's view of things down (capabilities(7), "bounding set")."""
    for right in _OF_MOUNTING:
        _library.prctl(_DROP_FROM_BOUNDING_SET, right, 0, 0, 0)
    header = ctypes.create_string_buffer(struct.pack("=Ii", _CAPABILITY_VERSION_3, 0))
    data = ctypes.create_string_buffer(24)
    if _library.capget(header, data) == 0:
        left = ~sum(1 << right for right in _OF_MOUNTING) & 0xFFFFFFFF
        effective, permitted, inheritable, *rest = struct.unpack("=6I", data.raw[:24])
        kept = [each & left for each in (effective, permitted, inheritable)]
        _library.capset(header, ctypes.create_string_buffer(struct.pack("=6I", *(kept + rest)), 24))


def kept_flags(place: str) -> int:
    """The flags of a mount that it may not lose when it is mounted anew."""
    now = os.statvfs(place).f_flag
    return sum(mount for said, mount in _KEPT.items() if now & said)


def mounted(source: "Any", target: str, flags: int, kind: "Any" = None, options: "Any" = None) -> bool:
    """Whether a mount could be made (mount(2)): ``kind`` is the file system, ``options`` what it is told."""
    words = [None if word is None else os.fsencode(word) for word in (source, target, kind, options)]
    return bool(_library.mount(words[0], words[1], words[2], ctypes.c_ulong(flags), words[3]) == 0)


def digests(paths: "Iterable[str]") -> "Dict[str, str]":
    """What files and the files below folders hold, by path."""
    found = {}  # type: Dict[str, str]
    left = _MOST_BYTES
    for path in _files(paths):
        try:
            size = os.lstat(path).st_size
            left -= size
            with open(path, "rb") as file:
                found[path] = hashlib.sha256(file.read() if left > 0 else str(size).encode()).hexdigest()
        except OSError:
            found[path] = "unreadable"
    return found


def _files(paths: "Iterable[str]") -> "List[str]":
    files = []  # type: List[str]
    for path in paths:
        if os.path.isfile(path):
            files.append(path)
        for folder, _, names in os.walk(path):
            inside = (os.path.join(folder, name) for name in sorted(names))
            files.extend(each for each in inside if os.path.isfile(each))  # to read from a pipe would take for ever
            if len(files) > _MOST_FILES:
                return files
    return files


def differences(before: "Dict[str, str]", after: "Dict[str, str]") -> "List[str]":
    """What became of files, in words: ``changed documented.log``. What was added to a folder changes no file."""
    found = ["removed " + path for path in sorted(before) if path not in after]
    return found + ["changed " + path for path in sorted(before) if path in after and before[path] != after[path]]
