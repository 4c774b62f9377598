"""Folders that a script writes into, and that are not there: they are made, since git keeps no empty ones.

Its author had ``models/`` beside it; without this, whoever has only the repository sees it end at its first checkpoint.
What the folder that a run works in shows is a view of it, so nothing is made among the user's files.
"""

import builtins
import functools
import io
import os

from _harness_preludes.scripts import imports


def make_parent(path):
    """Make the folder that a file is written into; False where it is there, or cannot be made."""
    try:
        folder = os.path.dirname(os.fsdecode(path))
        if not folder or os.path.isdir(folder):
            return False
        os.makedirs(folder)
    except (TypeError, ValueError, OSError):
        return False
    if "used" in SETTING:
        SETTING["used"](folder)
    return True


def open_made(original, file, mode="r", *arguments, **options):
    """``open``; for writing, also where the folder is not there."""
    try:
        return original(file, mode, *arguments, **options)
    except FileNotFoundError:
        if not isinstance(mode, str) or not set(mode) & set("wax") or not make_parent(file):
            raise
    return original(file, mode, *arguments, **options)


def mkdir_made(original, path, *arguments, **options):
    """``os.mkdir``, also where the folder around it is not there."""
    try:
        return original(path, *arguments, **options)
    except FileNotFoundError:
        if not make_parent(path):
            raise
    return original(path, *arguments, **options)


class Folders(object):
    """What is done to modules that write files without asking ``open``."""

    @staticmethod
    def part(_name):
        return Folders

    @staticmethod
    def patch_saver(module, _run):
        Folders._patch(getattr(module, "Saver", None), "save", 1)

    @staticmethod
    def patch_file_io(module, _run):
        Folders._patch(getattr(module, "FileIO", None), "__init__", 0, by_mode=True)

    @staticmethod
    def patch_h5(module, _run):
        Folders._patch(getattr(module, "File", None), "__init__", 0, by_mode=True)

    @staticmethod
    def patch_records(module, _run):
        Folders._patch(getattr(module, "TFRecordWriter", None), "__init__", 0)

    @staticmethod
    def _patch(owner, name, place, by_mode=False):
        """Have a method make the folder of the path that it is given at a place behind ``self``, or by name;
        ``by_mode`` where the mode behind the path says that it is for writing."""
        original = getattr(owner, name, None)
        if original is None:
            return

        @functools.wraps(original)
        def instead(self, *words, **named):
            path = (
                words[place]
                if len(words) > place
                else next((named[each] for each in ("save_path", "path", "name") if each in named), None)
            )
            mode = words[1] if len(words) > 1 else named.get("mode")
            writes = not by_mode or (isinstance(mode, str) and bool(set(mode) & set("wax")))
            if writes and isinstance(path, (str, bytes)) and b"://" not in os.fsencode(path):
                make_parent(path)
            return original(self, *words, **named)

        setattr(owner, name, instead)


os.mkdir = functools.partial(mkdir_made, os.mkdir)
builtins.open = io.open = functools.partial(open_made, builtins.open)
imports.watch(
    [
        ("python.training.saver", ("tensorflow",), "", "patch_saver"),
        ("python.lib.io.file_io", ("tensorflow",), "", "patch_file_io"),
        ("python.lib.io.tf_record", ("tensorflow",), "", "patch_records"),
        ("_hl.files", ("h5py",), "", "patch_h5"),
    ],
    {},
    Folders,
)
