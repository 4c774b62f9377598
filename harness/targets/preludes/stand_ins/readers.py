"""Readers that do not ask Python's ``open``: TensorFlow's own, also of checkpoints, pandas, NumPy's text files, OpenCV,
and tar archives.

Each is given a made-up file where a well-known one is not on the disk; all else is left alone.
"""

import functools
import inspect
import os

from _harness_preludes.stand_ins.bodies import become

_KINDS = ("TextLineDataset", "TFRecordDataset", "FixedLengthRecordDataset")
_DATA = tuple(kind + version for kind in _KINDS for version in ("", "V1", "V2"))
# Google's storage, which TensorFlow reads by itself.
_STORED = "gs://"


def instead(run, path):
    """Give the path of a made-up file for one that is not there, else the same path."""
    text = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else None
    if text is None or os.path.lexists(text) or ("://" in text and not text.startswith(_STORED)):
        return path
    return run.part("stand_ins.downloads").lost(run, text) or path


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
    exists = inspect.unwrap(module.file_exists) if hasattr(module, "file_exists") else None
    if exists is not None:

        def there(here, *arguments, **named):
            path = arguments[0] if arguments else next(iter(named.values()), "")
            return asked(*arguments, **named) or run.is_kept(path)

        asked = become(exists, there)


def patch_queue(module, run):
    """``tf.train.string_input_producer``, whose files are read in the graph."""
    _patch_first(getattr(module, "string_input_producer", None), run)


def patch_read_file(module, run):
    """``tf.read_file``."""
    _patch_first(getattr(module, "read_file", None), run)


def patch_data(module, run):
    """Data sets of lines, of records, and of records of one length."""
    for kind in [each for name, each in vars(module).items() if inspect.isclass(each) and name.endswith(_DATA)]:
        original = kind.__dict__.get("__init__")
        if original is not None:
            kind.__init__ = _beginning(original, run)


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


def patch_cv2(module, run):
    """``cv2.imread``, which gives None for a file that is not there."""
    original = getattr(module, "imread", None)
    if original is not None:
        module.imread = lambda filename, *flags, **named: original(instead(run, filename), *flags, **named)


def patch_tarfile(module, run):
    """It has bound ``open`` under a name of its own."""
    original = module.bltn_open
    module.bltn_open = lambda name, *arguments, **options: original(instead(run, name), *arguments, **options)


def patch_saver(module, run):
    """``tf.train.Saver.restore``."""
    original = module.Saver.restore

    @functools.wraps(original)
    def restore(self, sess, save_path, *arguments, **named):
        checkpoints = run.part("stand_ins.checkpoints")
        if checkpoints.is_nowhere(run, save_path):
            checkpoints.begin(run, sess, getattr(self, "_var_list", None), save_path)
        else:
            original(self, sess, save_path, *arguments, **named)

    module.Saver.restore = restore


def patch_assignments(module, run):
    """What ``slim`` makes of a checkpoint: a function of a session."""
    function = getattr(module, "assign_from_checkpoint_fn", None)
    if function is None:
        return

    def assign(here, model_path, var_list, *arguments, **named):
        checkpoints = run.part("stand_ins.checkpoints")
        if not checkpoints.is_nowhere(run, model_path):
            return original(model_path, var_list, *arguments, **named)
        return lambda session: checkpoints.begin(run, session, var_list, model_path)

    # Other modules have bound it by now.
    original = become(inspect.unwrap(function), assign)


def _patch_first(function, run):
    """What a function is given first may be a path, or a list of them."""
    function = inspect.unwrap(function) if function is not None else None
    if function is None or function.__code__.co_freevars:
        return

    def given(here, first=None, *arguments, **named):
        if first is None:
            name = next((each for each in ("string_tensor", "filename") if each in named), None)
            return original(**named) if name is None else original(_each(run, named.pop(name)), **named)
        return original(_each(run, first), *arguments, **named)

    original = become(function, given)


def _beginning(original, run):
    @functools.wraps(original)
    def begin(self, filenames, *arguments, **options):
        original(self, _each(run, filenames), *arguments, **options)

    return begin


def _each(run, paths):
    return [instead(run, path) for path in paths] if isinstance(paths, (list, tuple)) else instead(run, paths)


def _given_a_file(function, run):
    @functools.wraps(function)
    def reading(path, *arguments, **options):
        return function(instead(run, path), *arguments, **options)

    return reading
