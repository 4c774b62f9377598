"""Loaders that would download a data set get made-up arrays instead: the prelude of ``--stand-in``.

``SETTING`` has ``size``, the number of training examples. It may have ``count``, as many as there are to be, those over
and over, ``used``, which is called with the name of each data set when it is first asked for (``USED`` lists them,
too), ``files``, the URLs that ``--file`` answers: what loads them is left to do so, and ``near``, the script's folder
and those above it in its repository. Nothing is printed, no random state is touched, and nothing is imported before the
script asks for it: a module is patched when it is imported, or now where it has been.

=========================  ==============================================================================
``scripts.imports``        patching modules as they are imported, providing some that are missing
``made_up.count``          as many examples as a script counts on
``made_up.numbers``        numbers by integer arithmetic, the same bits everywhere
``made_up.arrays``         images with labels
``made_up.words``          reviews, newswires, word indices, texts
``made_up.tables``         tables: houses, flowers, cars, passengers
``made_up.files``          files in the documented formats, by their well-known names
``stand_ins.downloads``    files that scripts download, or look for, by themselves
``stand_ins.near``         files of the script's own repository that it names by another path
``stand_ins.readers``      readers of such files that do not ask ``open``
``stand_ins.folders``      folders that are looked through, filled by ``stand_ins.images`` and ``made_up.image_sets``
``made_up.pictures``       pictures as files
``stand_ins.keras``        ``get_file``, and with it ``keras.datasets``
``stand_ins.pretrained``   weights of ``keras.applications``
``stand_ins.contrib``      ``tf.contrib.learn.datasets``, and so ``input_data`` of TensorFlow 1
``stand_ins.input_data``   ``tensorflow.examples.tutorials.mnist.input_data`` for TensorFlow 2
``stand_ins.sklearn``      ``sklearn.datasets.fetch_*``
``stand_ins.tfds``         ``tensorflow_datasets.load``
``stand_ins.nltk``         data of NLTK
``stand_ins.checkpoints``  checkpoints that nobody has written
=========================  ==============================================================================
"""

import builtins
import functools
import importlib
import io
import os

USED = []
# What competitions and courses hand out, and no address: a script that does not find it ends.
KEPT = frozenset(
    "mnist_train.csv mnist_test.csv fashion-mnist_train.csv fashion-mnist_test.csv mnist/train.csv digits/train.csv "
    "digit-recognizer/train.csv large_files/train.csv titanic/train.csv titanic/test.csv notMNIST.pickle vgg16.npy "
    "large_files/train_32x32.mat large_files/test_32x32.mat imagenet-vgg-verydeep-16.mat imagenet-vgg-verydeep-19.mat "
    "vgg19.npy vgg16_weights.npz bvlc_alexnet.npy GoogleNews-vectors-negative300.bin glove.6B.50d.txt "
    "glove.6B.100d.txt glove.6B.200d.txt glove.6B.300d.txt".split()
)
# What lies in the folder of an archive that was unpacked: scripts look whether each is there before they read it.
KEPT |= frozenset(
    ["cifar-10-batches-bin/data_batch_%d.bin" % each for each in range(1, 6)]
    + ["cifar-10-batches-py/data_batch_%d" % each for each in range(1, 6)]
    + "cifar-10-batches-bin/test_batch.bin cifar-10-batches-py/test_batch cifar-10-batches-py/batches.meta".split()
    + "cifar-100-python/train cifar-100-python/test cifar-100-python/meta".split()
)
# Folders that scripts look for before they list them, which fills them.
KEPT_FOLDERS = frozenset(["img_align_celeba"])
SIZE = int(SETTING.get("size", 1000))
if SIZE < 1:
    raise RuntimeError("--stand-in: the number of training examples must be at least 1, not %d" % SIZE)


def used(name):
    """Note that the script has asked for this data set; the first time counts."""
    if name in USED:
        return
    USED.append(name)
    if "used" in SETTING:
        SETTING["used"](name)


def note(text):
    """Note something of this run."""
    if "notes" in SETTING:
        with open_original(SETTING["notes"], "a") as file:
            file.write(text + "\n")


def made_there(folder):
    """Note a folder that was made where the script looks for it: what is in it, the script has not written."""
    note("made " + folder)


def given(path, sought):
    """Note that a file of the repository was given in place of one that is not there."""
    note("downloads %s in place of %s" % (path, sought))


def part(name):
    """Give one of the modules of the rooms beside this file."""
    return importlib.import_module("_harness_preludes." + name)


def made(address):
    """Give the path of a made-up file for what a script downloads by itself, None where there is nothing for it."""
    return part("stand_ins.downloads").download(StandIn, address)


def open_made(file, mode="r", *arguments, **options):
    """``open``; a well-known file that is not where the script looks for it is a made-up one."""
    try:
        return open_original(file, mode, *arguments, **options)
    except FileNotFoundError:
        if not isinstance(mode, str) or mode.strip("btU") != "r" or not isinstance(file, (str, os.PathLike)):
            raise
        path = part("stand_ins.downloads").lost(StandIn, str(file))
        if path is None:
            raise
    return open_original(path, mode, *arguments, **options)


def there(ask, path):
    """Whether something is there, as it is asked; a file that nobody can download is, since ``open`` gives it."""
    return ask(path) or is_kept(path)


def there_or_folder(ask, path):
    """The same of a file or a folder; one that is made where a script lists it is there."""
    try:
        name = os.path.basename(os.path.normpath(os.fsdecode(path)))
    except TypeError:
        return ask(path)
    return there(ask, path) or (name in KEPT_FOLDERS and not os.path.lexists(path))


def is_kept(path):
    """Whether ``open`` gives a file of that path, and nobody need download it."""
    try:
        parts = os.path.normpath(os.fsdecode(path)).replace(os.sep, "/").split("/")
    except TypeError:
        return False
    return parts[-1] in KEPT or "/".join(parts[-2:]) in KEPT


def size_of(ask, path):
    """How large a file is, as it is asked; one that ``open`` gives is as large as that, or as the real one, where
    scripts know how large that is."""
    try:
        return ask(path)
    except OSError:
        known = part("made_up.weights").BYTES.get(os.path.basename(os.fsdecode(path))) if is_kept(path) else None
        if known is not None:
            return known
        given = part("stand_ins.readers").instead(StandIn, path)
        if given is path:
            raise
        return ask(given)


def listed(ask, path="."):
    """What is in a folder, as it is asked; one of images that is not there may be made up."""
    try:
        return ask(path)
    except FileNotFoundError:
        return part("stand_ins.folders").listed(StandIn, ask, path)


class StandIn(object):
    """What the patches know of this run."""

    size = SIZE
    files = frozenset(SETTING.get("files", ()))
    script = SETTING.get("script", "")
    near = SETTING.get("near") or [os.path.dirname(os.path.abspath(script))]
    used = staticmethod(used)
    is_kept = staticmethod(is_kept)
    made_there = staticmethod(made_there)
    given = staticmethod(given)
    part = staticmethod(part)


# What is done with a module once it is there, by how its name ends and by how it begins.
PATCHES = (
    ("utils.data_utils", ("tensorflow", "keras", "tf_keras"), "stand_ins.keras", "patch_get_file"),
    ("utils.file_utils", ("keras", "tf_keras"), "stand_ins.keras", "patch_get_file"),
    ("datasets.cifar10", ("tensorflow", "keras", "tf_keras"), "stand_ins.keras", "patch_cifar10"),
    ("engine.topology", ("tensorflow", "keras"), "stand_ins.keras", "patch_models"),
    ("engine.network", ("tensorflow", "keras"), "stand_ins.keras", "patch_models"),
    ("engine.training", ("tensorflow", "keras", "tf_keras"), "stand_ins.keras", "patch_models"),
    ("models.model", ("keras",), "stand_ins.keras", "patch_models"),
    ("contrib.learn.python.learn.datasets.base", ("tensorflow",), "stand_ins.contrib", "patch_base"),
    ("contrib.learn.python.learn.datasets.mnist", ("tensorflow",), "stand_ins.contrib", "patch_mnist"),
    ("sklearn.datasets", ("sklearn",), "stand_ins.sklearn", "patch_datasets"),
    ("tensorflow_datasets", ("tensorflow_datasets",), "stand_ins.tfds", "patch_load"),
    ("python.lib.io.file_io", ("tensorflow",), "stand_ins.readers", "patch_file_io"),
    ("python.training.input", ("tensorflow",), "stand_ins.readers", "patch_queue"),
    ("python.ops.gen_io_ops", ("tensorflow",), "stand_ins.readers", "patch_read_file"),
    ("python.data.ops.readers", ("tensorflow",), "stand_ins.readers", "patch_data"),
    ("pandas.io.parsers", ("pandas",), "stand_ins.readers", "patch_pandas"),
    ("pandas.io.parsers.readers", ("pandas",), "stand_ins.readers", "patch_pandas"),
    ("numpy.lib._datasource", ("numpy",), "stand_ins.readers", "patch_datasource"),
    ("cv2", ("cv2",), "stand_ins.readers", "patch_cv2"),
    ("tarfile", ("tarfile",), "stand_ins.readers", "patch_tarfile"),
    ("nltk.data", ("nltk",), "stand_ins.nltk", "patch_data"),
    ("python.training.saver", ("tensorflow",), "stand_ins.readers", "patch_saver"),
    ("contrib.framework.python.ops.variables", ("tensorflow",), "stand_ins.readers", "patch_assignments"),
    ("glob", ("glob",), "stand_ins.folders", "patch_glob"),
    ("python.lib.io.file_io", ("tensorflow",), "stand_ins.folders", "patch_file_io"),
    ("python.training.input", ("tensorflow",), "stand_ins.folders", "patch_queue"),
)

# What TensorFlow 2 has no more, and where its text is; those without are packages of the next.
MISSING = {
    "tensorflow.examples": None,
    "tensorflow.examples.tutorials": None,
    "tensorflow.examples.tutorials.mnist": None,
    "tensorflow.examples.tutorials.mnist.input_data": os.path.join(PRELUDES, "stand_ins", "input_data.py"),
}

part("made_up.count").WANTED = int(SETTING.get("count", 0))
part("scripts.imports").watch(PATCHES, MISSING, StandIn)
os.path.exists = functools.partial(there_or_folder, os.path.exists)
os.path.isfile = functools.partial(there, os.path.isfile)
os.path.getsize = functools.partial(size_of, os.path.getsize)
os.listdir, os.scandir = (functools.partial(listed, ask) for ask in (os.listdir, os.scandir))
open_original = builtins.open
# No function, which a class would make its method.
builtins.open = io.open = functools.partial(open_made)
