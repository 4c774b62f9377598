"""Addresses at which a repository shows its own files: who has the repository has the files, and needs no network."""

import os
import stat
import urllib.parse

_RAW = ("raw.githubusercontent.com", "raw.github.com", "rawgit.com", "cdn.rawgit.com")
# What stands in such an address behind owner and name, before the branch.
_VIEWS = ("raw", "blob")
# A path of so many parts is in no other repository by chance.
_PARTS_THAT_TELL = 3
_POINTER = b"version https://git-lfs"


def lying_near(address, folders):
    """Give the file that an address of GitHub shows, if it lies in one of the folders, the script's own and those above
    it up to the head of its repository; None for no such file, and for one of another repository."""
    parts = urllib.parse.urlsplit(address)
    words = [urllib.parse.unquote(word) for word in parts.path.split("/") if word]
    if parts.netloc.lower() in _RAW:
        words = words[:2] + words[3:]
    elif parts.netloc.lower() in ("github.com", "www.github.com") and len(words) > 4 and words[2] in _VIEWS:
        words = words[:2] + words[4:]
    else:
        return None
    owner, name, inside = words[:1], words[1:2], words[2:]
    if not inside or ".." in inside:
        return None
    for folder in reversed(folders):
        path = os.path.join(folder, *inside)
        if _is_data(path):
            if len(inside) >= _PARTS_THAT_TELL or _is_called(folder, owner[0], name[0]):
                return path
    return None


def _is_data(path):
    """Whether a file is there, as the disk has it, and no pointer to one; ``os.path`` may tell of made-up ones."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            return False
        with open(path, "rb") as file:
            return file.read(len(_POINTER)) != _POINTER
    except (OSError, ValueError):
        return False


def _is_called(folder, owner, name):
    """Whether a folder is a copy of that repository, by its own name, by where git has it from, or by its README."""
    if name.lower() in os.path.basename(folder).lower():
        return True
    for told in (os.path.join(".git", "config"), "README.md", "README.rst", "README"):
        try:
            with open(os.path.join(folder, told), "rb") as file:
                text = file.read(1 << 18).decode("utf-8", "replace")
        except OSError:
            continue
        if "%s/%s" % (owner.lower(), name.lower()) in text.lower():
            return True
    return False
