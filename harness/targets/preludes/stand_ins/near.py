"""Files that a script looks for by a path of its author's, and that lie in its own repository."""

import os
import re
import stat

# What belongs to the machine, or to runs: a file that is not there has not been somewhere else.
_OF_THE_MACHINE = ("tmp", "dev", "proc", "sys", "var", "etc", "usr", "opt")
_DRIVE = re.compile(r"^[A-Za-z]:[\\/]")
_MOST_PARTS = 5


def lying(run, path):
    """Give the file of the repository that a path means, None where it means none.

    A relative path may be right from a folder above the script's, or be one of Windows. A whole one names a folder that
    its author had: the most of its last parts that lead to a file, from the script's folder or one above, is what it
    means.
    """
    whole = path.startswith(("/", "~")) or _DRIVE.match(path) is not None
    parts = [part for part in re.split(r"[\\/]" if whole or "\\" in path else "/", path) if part not in ("", ".")]
    if not whole and "\\" in path and parts and _is_file(os.path.join(*parts)):
        return os.path.abspath(os.path.join(*parts))
    if not parts or ".." in parts[1:] or "://" in path:
        return None
    if not whole:
        return None if parts[0] == ".." else _first_file(run, parts)
    if not is_of_its_author(path):
        return None
    for count in range(min(len(parts) - 1, _MOST_PARTS), 0, -1):
        found = _first_file(run, parts[-count:])
        if found is not None:
            return found
    return None


def is_of_its_author(path):
    """Whether a whole path names a folder of somebody's, or a disk, that this machine has not."""
    if not path.startswith(("/", "~")) and _DRIVE.match(path) is None:
        return False
    parts = [part for part in re.split(r"[\\/]", path) if part not in ("", ".")]
    return bool(parts) and parts[0] not in _OF_THE_MACHINE and not _is_of_this_machine(path, parts)


def _first_file(run, parts):
    for folder in run.near:
        place = os.path.join(folder, *parts)
        if _is_file(place) and os.path.abspath(place) != run.script:
            return place
    return None


def _is_file(path):
    """As the disk has it: ``os.path.isfile`` also tells of files that are made up."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _is_of_this_machine(path, parts):
    """Whether the folder of somebody, or the disk, that a whole path begins with is here."""
    if path.startswith("~") or _DRIVE.match(path):
        return False
    return os.path.isdir("/" + "/".join(parts[:2])) and not os.path.join("/", *parts[:2]) == os.path.expanduser("~")
