"""``tf.contrib.learn.datasets``, and so ``input_data`` of TensorFlow 1: the download is replaced, all else stays.

``load_iris`` and ``load_boston`` read files that TensorFlow brings along, and need no stand-in.
"""

import functools
import shutil
import sys


def validation_part(asked, size):
    """Give how many of ``size`` training examples are for validation: as many as asked for while any are left for
    training, else a tenth. 5000 is the default, of the 60000 that the real files have."""
    return asked if asked < size else size // 10


def patch_base(base, run):
    """Have ``maybe_download`` give a made-up file, and nothing made smaller that is small already."""

    original = base.maybe_download

    def maybe_download(filename, work_directory, source_url):
        if source_url in run.files:
            return original(filename, work_directory, source_url)
        return run.part("made_up.files").fetch(run, filename, source_url)

    def shrink_csv(filename, ratio):
        shutil.copyfile(filename, filename.replace(".", "_small."))

    base.maybe_download = maybe_download
    base.shrink_csv = shrink_csv


def patch_mnist(mnist, run):
    """Take the made-up files without a word, and no more of them for validation than there are."""
    read = mnist.read_data_sets

    @functools.wraps(read)
    def read_data_sets(train_dir, *args, **named):
        names = ("fake_data", "one_hot", "dtype", "reshape", "validation_size", "seed", "source_url")
        named.update(zip(names, args))
        named["validation_size"] = validation_part(named.get("validation_size", 5000), run.size)
        return read(train_dir, **named)

    mnist.read_data_sets = read_data_sets
    # "Extracting train-images-idx3-ubyte.gz": a side that reads arrays instead of files would not print it.
    mnist.print = _silent
    for name, module in list(sys.modules.items()):
        if name.endswith("examples.tutorials.mnist.input_data") and getattr(module, "read_data_sets", None) is read:
            module.read_data_sets = read_data_sets


def _silent(*words, **options):
    pass
