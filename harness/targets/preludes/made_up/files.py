"""Files in the formats that are documented of them, by their well-known names, in a folder of the run's own."""

import gzip
import io
import json
import os
import pickle
import struct
import tarfile
import tempfile

import numpy as np

from _harness_preludes.made_up import arrays, tables, words

_SPEAKERS = ("First Citizen", "All", "Second Citizen", "MENENIUS", "CORIOLANUS")
# What was made before, by data set and name: a second call gives the same path.
_made = {}


def fetch(run, name, origin, subfolder=""):
    """Give the path of a made-up file with this name, and note its data set as used.

    ``subfolder`` tells Fashion-MNIST's files from those of MNIST. Raises RuntimeError where there is nothing for it.
    """
    kind = "fashion_mnist" if "fashion" in subfolder + origin else ""
    known = _known(name, origin, kind)
    if known is None:
        url = origin or name
        raise RuntimeError("--stand-in has nothing for %s; give the file itself with --file %s=PATH" % (url, url))
    data_set, make = known
    run.used(data_set)
    return once(data_set, name, lambda path: make(path, run.size))


def once(data_set, name, make):
    """Give the path of a file of a data set, which ``make`` writes when it is first asked for."""
    if (data_set, name) not in _made:
        path = os.path.join(_folder(), data_set, name)
        if not os.path.isdir(os.path.dirname(path)):
            os.makedirs(os.path.dirname(path))
        make(path)
        _made[data_set, name] = path
    return _made[data_set, name]


def _known(name, origin, kind):
    """The data set that a file is of, and how it is made; a script may have given it another name than its URL has."""
    for each in (name, os.path.basename(origin.partition("?")[0])):
        if each in IDX:
            return _idx(kind or "mnist", *IDX[each])
        if each in ("train.csv", "eval.csv") and "titanic" in origin:
            return _FILES["titanic " + each]
        if each in _FILES:
            return _FILES[each]
    return None


def is_known(name, origin):
    """Whether ``fetch`` has something for a file."""
    return _known(name, origin, "") is not None


def known_by_name(name):
    """Give the data set that a file of this very name is of, and how it is made; None for one that is not known."""
    return _FILES.get(name)


def _folder():
    if "folder" not in _made:
        _made["folder"] = tempfile.mkdtemp(prefix="stand-in-")
    return _made["folder"]


def _write_idx(path, data_set, size, test, labels):
    """The format of yann.lecun.com: a magic number, the lengths of the axes, bytes."""
    array = arrays.image_arrays(data_set, size)[2 * test + labels].astype(np.uint8)
    header = struct.pack(">%di" % (1 + array.ndim), 0x800 + array.ndim, *array.shape)
    with gzip.GzipFile(path, "wb", compresslevel=1, mtime=0) as file:
        file.write(header + array.tobytes())


def _write_mnist(path, size):
    made = arrays.image_arrays("mnist", size)
    labels = {"y_train": made.y_train.astype(np.uint8), "y_test": made.y_test.astype(np.uint8)}
    _save(path, x_train=made.x_train, x_test=made.x_test, **labels)


def _write_cifar100(path, size):
    """The inner folder of the archive; Keras 3 has it in another, whose name ends in ``-target``."""
    made = arrays.image_arrays("cifar100", size)
    inner = os.path.join(path, "cifar-100-python") if path.endswith("-target") else path
    os.makedirs(inner)
    for name, images, fine in (("train", made.x_train, made.y_train), ("test", made.x_test, made.y_test)):
        batch = {
            b"data": images.transpose(0, 3, 1, 2).reshape(len(images), -1),
            b"fine_labels": fine.tolist(),
            b"coarse_labels": arrays.coarse_labels(fine).tolist(),
        }
        with open(os.path.join(inner, name), "wb") as file:
            pickle.dump(batch, file, 2)


def _write_imdb(path, size):
    x_train, y_train, x_test, y_test = words.imdb_arrays(size)
    _save(path, x_train=x_train, y_train=y_train, x_test=x_test, y_test=y_test)


def _write_reuters(path, size):
    x, y = words.reuters_arrays(size)
    _save(path, x=x, y=y)


def _write_index(path, size):
    _write_text(path, json.dumps(words.word_index()))


def _write_boston(path, size):
    x, y = tables.boston_arrays(size)
    _save(path, x=x, y=y)


def _write_california(path, size):
    x, y = tables.california_arrays(size)
    _save(path, x=x, y=y)


def _write_nietzsche(path, size):
    _write_text(path, "PREFACE\n\n\n" + words.prose(200000, min(100 * size, 600000)))


def write_shakespeare(path, size):
    _write_text(path, words.prose(400000, min(100 * size, 1100000), _SPEAKERS))


def _write_dbpedia(path, size):
    """An archive of ``train.csv`` and ``test.csv``: class 1 to 14, title, text."""
    with tarfile.open(path, "w:gz", compresslevel=1) as archive:
        for name, first, number in (("train", 730, size), ("test", 740, arrays.test_size(size))):
            texts, topics = words.newsgroup_texts(first, 14, number)
            rows = ['%d,"%s"," %s"' % (topic + 1, text[:12], text) for text, topic in zip(texts, topics.tolist())]
            data = ("\n".join(rows) + "\n").encode("ascii")
            entry = tarfile.TarInfo("dbpedia_csv/%s.csv" % name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))


def _save(path, **named):
    with open(path, "wb") as file:  # by its path NumPy would add an ending
        np.savez(file, **named)


def _write_text(path, text):
    with open(path, "wb") as file:
        file.write(text.encode("ascii"))


def _idx(data_set, test, labels):
    return data_set, lambda path, size: _write_idx(path, data_set, size, test, labels)


def _text(make, *arguments):
    return lambda path, size: _write_text(path, make(*arguments))


# Which quarter of the arrays each file of the idx format holds: of the test half or not, labels or not.
IDX = {
    "train-images-idx3-ubyte.gz": (0, 0),
    "train-labels-idx1-ubyte.gz": (0, 1),
    "t10k-images-idx3-ubyte.gz": (1, 0),
    "t10k-labels-idx1-ubyte.gz": (1, 1),
}
_FILES = {
    "mnist.npz": ("mnist", _write_mnist),
    "cifar-100-python": ("cifar100", _write_cifar100),
    "cifar-100-python-target": ("cifar100", _write_cifar100),
    "imdb.npz": ("imdb", _write_imdb),
    "imdb_word_index.json": ("imdb", _write_index),
    "reuters.npz": ("reuters", _write_reuters),
    "reuters_word_index.json": ("reuters", _write_index),
    "boston_housing.npz": ("boston_housing", _write_boston),
    "california_housing.npz": ("california_housing", _write_california),
    "dbpedia_csv.tar.gz": ("dbpedia", _write_dbpedia),
    "nietzsche.txt": ("nietzsche", _write_nietzsche),
    "shakespeare.txt": ("shakespeare", write_shakespeare),
    "iris_training.csv": ("iris", _text(tables.iris_text, 0)),
    "iris_test.csv": ("iris", _text(tables.iris_text, 1)),
    "auto-mpg.data": ("auto-mpg", _text(tables.auto_mpg_text)),
    "titanic train.csv": ("titanic", _text(tables.titanic_text, 0)),
    "titanic eval.csv": ("titanic", _text(tables.titanic_text, 1)),
}
