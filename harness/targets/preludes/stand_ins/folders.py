"""Folders that a script looks through and that are not there: filled with made-up images where it wants such.

Only what the script itself asks for counts, or Keras on its behalf: a library that looks for fonts finds none.
"""

import functools
import inspect
import os
import sys

from _harness_preludes.stand_ins.bodies import become

# Folders that a script fills by itself.
_OWN = ("ckpt", "checkpoint", "log", "model", "output", "result", "save", "summar", "tmp", "temp", "cache", "font")
_ON_ITS_BEHALF = ("preprocessing", "directory_iterator", "image_dataset")
_BETWEEN = (
    "os.py",
    "glob.py",
    "fnmatch.py",
    "_collections_abc.py",
    "functools.py",
)
_looking = []


def listed(run, ask, path):
    """List a folder, as it is asked; one that is not there may be made first."""
    try:
        return ask(path)
    except FileNotFoundError:
        asker = None if _looking or not isinstance(path, (str, bytes)) or _is_own(path) else _asker(run)
        if asker is None:
            raise
        made = run.part("stand_ins.downloads").whole_folder(run, os.fsdecode(path))
        if not made and not run.part("stand_ins.images").for_listing(run, os.fsdecode(path), asker):
            raise
    return ask(path)


def prepare(run, pattern):
    """Make what a pattern looks for, where not even its first folder is there."""
    if isinstance(pattern, (str, bytes)) and b"://" not in os.fsencode(pattern) and not _is_own(pattern):
        folder, wanted = os.path.split(os.fsdecode(pattern))
        if run.part("stand_ins.downloads").whole_folder(run, folder, wanted):
            return
        run.part("stand_ins.images").for_pattern(run, os.fsdecode(pattern))


def patch_glob(module, run):
    """``glob.glob`` and ``glob.iglob``."""
    for name in ("glob", "iglob"):
        setattr(module, name, _looked(getattr(module, name), run, name == "iglob"))


def patch_file_io(module, run):
    """``tf.gfile.Glob`` and ``tf.gfile.ListDirectory``."""
    for name in ("get_matching_files", "get_matching_files_v2"):
        _have_prepared(getattr(module, name, None), functools.partial(_prepare_each, run))
    for name in ("list_directory", "list_directory_v2"):
        _have_prepared(getattr(module, name, None), functools.partial(_prepare_list, run))


def patch_queue(module, run):
    """``tf.train.match_filenames_once``, which looks when the graph runs."""
    _have_prepared(getattr(module, "match_filenames_once", None), functools.partial(_prepare_each, run))


def _looked(ask, run, lazily):
    @functools.wraps(ask)
    def look(pathname, *arguments, **options):
        if _asker(run) is not None:
            prepare(run, pathname)
        _looking.append(pathname)
        try:
            found = list(ask(pathname, *arguments, **options))
        finally:
            _looking.pop()
        return iter(found) if lazily else found

    return look


def _have_prepared(function, prepare_it):
    """Have a function, by all names that it has, look where something has been made."""
    function = inspect.unwrap(function) if function is not None else None
    if function is None or function.__code__.co_freevars:
        return

    def look(_here, *arguments, **options):
        prepare_it(arguments[0] if arguments else next(iter(options.values()), None))
        return original(*arguments, **options)

    original = become(function, look)


def _prepare_each(run, patterns):
    for each in patterns if isinstance(patterns, (list, tuple)) else [patterns]:
        prepare(run, each)


def _prepare_list(run, path):
    if isinstance(path, (str, bytes)) and b"://" not in os.fsencode(path) and not _is_own(path):
        run.part("stand_ins.images").for_listing(run, os.fsdecode(path))


def _is_own(path):
    last = os.path.basename(os.fsdecode(path).rstrip("/")).lower()
    return any(word in last for word in _OWN)


def _is_between(frame):
    own = (frame.f_globals.get("__name__") or "").startswith("_harness_")
    return own or os.path.basename(frame.f_code.co_filename) in _BETWEEN


def _asker(run):
    """The file of the user's that asks, the script where Keras does on its behalf; None where nobody else's is to be
    answered."""
    frame = sys._getframe(1)
    while frame is not None and _is_between(frame):
        frame = frame.f_back
    if frame is None:
        return None
    asker = os.path.abspath(frame.f_code.co_filename)
    if any(word in asker for word in _ON_ITS_BEHALF):
        return run.script
    own = "site-packages" not in asker and any(asker.startswith(os.path.join(each, "")) for each in run.near)
    return asker if own else None
