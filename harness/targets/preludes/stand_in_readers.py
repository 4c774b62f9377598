"""Readers that do not ask Python's ``open``: TensorFlow's own files, pandas, NumPy's text files, and tar archives.

Each is given a made-up file where a well-known one is not on the disk; all else is left alone.
"""

import functools
import os


def instead(run, path):
    """Give the path of a made-up file for one that is not there, else the same path."""
    text = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else None
    if text is None or os.path.lexists(text) or "://" in text:
        return path
    return run.part("stand_in_downloads").lost(run, text) or path


def patch_file_io(module, run):
    """``tf.gfile.GFile`` and all that is made of it."""
    kind = getattr(module, "FileIO", None)
    if kind is None:
        return
    original = kind.__init__

    @functools.wraps(original)
    def begin(self, name, mode, *arguments, **options):
        given = instead(run, name) if str(mode).startswith("r") and "+" not in str(mode) else name
        original(self, given, mode, *arguments, **options)

    kind.__init__ = begin


def patch_pandas(module, run):
    """``read_csv`` and ``read_table``, whose parser opens files by itself."""
    for name in ("read_csv", "read_table"):
        original = getattr(module, name, None)
        if original is not None:
            setattr(module, name, _given_a_file(original, run))


def patch_datasource(module, run):
    """``loadtxt`` and ``genfromtxt``, which look first whether the file is there."""
    kind = getattr(module, "DataSource", None)
    original = getattr(kind, "_findfile", None)
    if original is None:
        return

    @functools.wraps(original)
    def find(self, path):
        return original(self, path) or original(self, instead(run, path))

    kind._findfile = find


def patch_tarfile(module, run):
    """It has bound ``open`` under a name of its own."""
    original = module.bltn_open
    module.bltn_open = lambda name, *arguments, **options: original(instead(run, name), *arguments, **options)


def _given_a_file(function, run):
    @functools.wraps(function)
    def reading(path, *arguments, **options):
        return function(instead(run, path), *arguments, **options)

    return reading
