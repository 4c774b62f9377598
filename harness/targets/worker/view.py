"""What a script finds around it: a folder of the user's, to read as it is and to write to without a trace.

On Linux an overlay file system lies over the folder, and over what all share, as ``/tmp``, in a mount namespace of the
run's own: what the script writes, renames or deletes is kept in the run's folder, and all else is read-only for it
(https://docs.kernel.org/filesystems/overlayfs.html, mount_namespaces(7)). Where the kernel allows none, the script has
a copy of the folder, and Landlock keeps it from writing elsewhere. A namespace of the network (network_namespaces(7))
cuts that off.
"""

import ctypes
import os
import shutil
import stat
from typing import Any, Dict, List, Optional, Tuple  # noqa: F401  (in comments)

from _harness_worker.folder_copy import copied, is_within, states
from _harness_worker.shield import Shield, mounted

_MNT_DETACH = 2
# What all programs of a machine share, and scripts name in their text.
_SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108
_MOST_NAMED = 1000
_library = ctypes.CDLL(None, use_errno=True)  # type: Any


class View:
    """A folder as one run sees it: ``folder`` is where the script works. Raises OSError where there is no room for it.

    ``base`` is the run's own folder, in which all is kept that the script changes. ``way`` is ``overlay`` or ``copy``.
    """

    def __init__(self, origin: str, also: str, base: str, shield: Shield, most: int) -> None:
        """``also`` is a further folder, the script's own or its repository, that it may write to if that can be had."""
        self.origin, self.also, self.base = origin, also, base
        # Beside the run's folder, for what is seen there the run does not hold.
        self.places = base + "-view"
        self.mounts = []  # type: List[str]
        # By the place that they cover, in the order in which they are put there.
        self.covers = []  # type: List[Tuple[str, str]]
        self.upper, self.before = os.path.join(base, "upper"), {}  # type: str, Dict[str, Tuple[int, int]]
        self.way, self.folder = "overlay", origin
        # What keeps the folders that the script makes where this machine has none.
        self.root = ""
        # What keeps the changes of the folders above, by the folder.
        self.above = []  # type: List[Tuple[str, str]]
        # Folders that were made for the script: what is in them, it has not written.
        self.not_its_own = []  # type: List[str]
        # Files of the user's that a copy only links to, and that no run may change.
        self.linked = []  # type: List[str]
        try:
            if not (shield.is_up and self._laid_over(most)):
                self.close()
                self.way = "copy"
                self.folder = self.upper = os.path.join(base, "copy")
                self.linked = copied(origin, self.folder)
                self.before = states(self.folder)
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
        self.root = os.path.join(memory, "root")
        os.mkdir(self.root)
        if is_within(self.base, self.origin):
            self.upper = os.path.join(memory, "upper")  # an overlay may not keep its changes below itself
        shared = [place for place in _SHARED if os.path.isdir(place) and not is_within(place, self.origin)]
        wanted = [(place, "shared%d" % number) for number, place in enumerate(shared)]
        wanted += [(self.also, "also")] if not is_within(self.also, self.origin) and self.also not in shared else []
        for lower, name in wanted:
            place = self._overlay(lower, os.path.join(memory, name), name)
            if place is None and lower == self.also:
                continue
            if place is None:
                return False
            self.covers.append((place, lower))
            if lower == self.also or is_within(self.origin, lower):
                self.above.append((os.path.join(memory, name), lower))
        folder = self._overlay(self.origin, self.upper, "folder")
        if folder is None and not is_within(self.upper, memory):
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
        if self.way == "copy" and is_within(path, self.origin):
            return os.path.join(self.folder, os.path.relpath(path, self.origin))
        return path

    def as_told(self, text: str) -> str:
        """Give a text of the run with the paths that the user knows; its own /tmp has another name in each run."""
        text = text.replace(os.path.join(self.base, "tmp") + os.sep, "/tmp/")
        return text.replace(self.folder, self.origin) if self.way == "copy" else text

    def for_child(self, elsewhere: bool) -> "Dict[str, Any]":
        """What ``entering.enter`` needs, as JSON; ``elsewhere`` for a root of the run's own."""
        covers = self.covers if self.way == "overlay" else None
        root = self.root if elsewhere else ""
        return {"base": self.base, "places": self.places, "covers": covers, "folder": self.folder, "root": root}

    def changes(self) -> "List[Dict[str, Any]]":
        """What the script wrote and deleted below the folder: paths, and sizes in bytes, None for what is gone."""
        found = []  # type: List[Dict[str, Any]]
        now = states(self.upper)
        for path, state in sorted(now.items()):
            if state != self.before.get(path) and self._is_its_own(os.path.join(self.folder, path)):
                found.append({"path": path, "bytes": None if state[0] < 0 else state[0]})
        found += [{"path": path, "bytes": None} for path in sorted(self.before) if path not in now]
        return found[:_MOST_NAMED]

    def written_outside(self) -> "List[str]":
        """What the script wrote outside of the folder and yet near it, in a project that lies below ``/tmp``, say; of
        ``/tmp`` itself only what stands below the same folder there. Paths from the folder; whole ones of what lies in
        folders that this machine has not."""
        found = []  # type: List[str]
        for upper, lower in self.above:
            first = os.path.relpath(self.origin, lower).split(os.sep)[0]
            near = lower if lower == self.also else os.path.join(lower, first)
            for path, (size, _) in sorted(states(upper).items()):
                place = os.path.join(lower, path)
                if (
                    size >= 0
                    and is_within(place, near)
                    and not is_within(place, self.origin)
                    and self._is_its_own(place)
                ):
                    found.append(os.path.relpath(place, self.origin))
        made = [os.sep + path for path in sorted(states(self.root) if self.root else ())]
        return found + [path for path in made if not os.path.lexists(path) and self._is_its_own(path)]

    def _is_its_own(self, path: str) -> bool:
        return not any(is_within(path, folder) for folder in self.not_its_own)

    def keep(self, folder: str, most: int) -> None:
        """Copy what the script wrote below its folder into a folder. Raises OSError."""
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
