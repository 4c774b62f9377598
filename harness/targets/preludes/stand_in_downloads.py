"""Well-known files that scripts download, or expect on the disk, by themselves: made up, in the documented formats.

Who reads such a file by himself counts on the real number of examples, as ``reshape(10000, 3, 32, 32)`` does. So images
come in the real number, the made-up ones over and over; texts and tables are as large as asked for.
"""

import functools
import gzip
import io
import os
import pickle
import struct
import tarfile
import zipfile

import numpy as np
import stand_in_arrays as arrays
import stand_in_files as files
import stand_in_tables as tables
import stand_in_words as words
from stand_in_numbers import below

# What is packed is not made smaller: that would take most of a minute.
# Scripts hold it against the size of what they have downloaded.
_TEXT8_BYTES = 31344016
# Of word2vec's scripts most count on 50000 words.
_RARE_WORDS = 60000
_CIFAR10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")
_IRIS = (b"Iris-setosa", b"Iris-versicolor", b"Iris-virginica")


def download(run, address):
    """Give the path of a made-up file for an address, None where there is nothing for it."""
    words_of_it = address.partition("?")[0].split("/")
    name = "tinyshakespeare.txt" if words_of_it[-2:] == ["tinyshakespeare", "input.txt"] else words_of_it[-1]
    return _made(run, name, "fashion" in address)


def lost(run, path):
    """Give the path of a made-up file for one that is not where a script looks for it, None where there is nothing."""
    parts = os.path.normpath(path).replace(os.sep, "/").split("/")
    return _made(run, "/".join(parts[-2:]), "fashion" in path) or _made(run, parts[-1], "fashion" in path)


def _made(run, name, is_fashion):
    data_set, make = _find(name, is_fashion)
    if make is None:
        return None
    run.used(data_set)
    return files.once(data_set, name, lambda path: make(path, run.size))


def _find(name, is_fashion):
    idx = name.replace(".idx", "-idx")
    idx_name = idx if idx.endswith(".gz") else idx + ".gz"
    if idx_name in files.IDX:
        data_set = "fashion_mnist" if is_fashion else "mnist"
        return data_set, functools.partial(_write_idx, data_set, idx_name, idx == idx_name)
    return _FILES.get(name, ("", None))


def _write_idx(data_set, name, is_zipped, path, size):
    test, labels = files.IDX[name]
    array = _whole(arrays.image_arrays(data_set, size)[2 * test + labels], 10000 if test else 60000).astype(np.uint8)
    data = struct.pack(">%di" % (1 + array.ndim), 0x800 + array.ndim, *array.shape) + array.tobytes()
    with gzip.GzipFile(path, "wb", compresslevel=0, mtime=0) if is_zipped else open(path, "wb") as file:
        file.write(data)


def _write_mnist_pickle(path, size):
    """As deeplearning.net had it: images of 0 to 1, training, validation, test."""
    made = arrays.image_arrays("mnist", size)
    images = _whole(made.x_train, 60000).reshape(-1, 784).astype(np.float32) / np.float32(256)
    labels, rest = _whole(made.y_train, 60000), _whole(made.x_test, 10000).reshape(-1, 784)
    parts = (
        (images[:50000], labels[:50000]),
        (images[50000:], labels[50000:]),
        (rest.astype(np.float32) / np.float32(256), _whole(made.y_test, 10000)),
    )
    with gzip.GzipFile(path, "wb", compresslevel=0, mtime=0) as file:
        pickle.dump(parts, file, 2)


def _cifar10_batch(number, size):
    """Rows of 3072 bytes, red, green, blue, and labels: batch 1 to 5, or 6 for testing."""
    made = arrays.image_arrays("cifar10", size)
    images, labels = (made.x_test, made.y_test) if number == 6 else (made.x_train, made.y_train)
    first = 0 if number == 6 else 10000 * (number - 1)
    places = np.arange(first, first + 10000) % len(images)
    return images[places].transpose(0, 3, 1, 2).reshape(-1, 3072), labels[places]


def _cifar10_pickle(number, size):
    rows, labels = _cifar10_batch(number, size)
    label = "testing batch 1 of 1" if number == 6 else "training batch %d of 5" % number
    names = ["%d.png" % place for place in range(10000)]
    return _as_python2({"batch_label": label, "labels": labels.tolist(), "data": rows, "filenames": names})


def _cifar10_binary(number, size):
    rows, labels = _cifar10_batch(number, size)
    return np.concatenate([labels.astype(np.uint8)[:, None], rows], axis=1).tobytes()


def _cifar10_meta(size):
    return _as_python2({"num_cases_per_batch": 10000, "label_names": list(_CIFAR10), "num_vis": 3072})


def _cifar100_pickle(is_test, size):
    made = arrays.image_arrays("cifar100", size)
    images, fine = (made.x_test, made.y_test) if is_test else (made.x_train, made.y_train)
    count = 10000 if is_test else 50000
    images, fine = _whole(images, count), _whole(fine, count)
    rows = images.transpose(0, 3, 1, 2).reshape(-1, 3072)
    names = ["%d.png" % place for place in range(count)]
    coarse = arrays.coarse_labels(fine).tolist()
    told = {"filenames": names, "fine_labels": fine.tolist(), "coarse_labels": coarse, "data": rows}
    return _as_python2(dict(told, batch_label="testing batch 1 of 1" if is_test else "training batch 1 of 1"))


def _as_python2(value):
    """A pickle as Python 2 wrote it, whose texts are bytes in Python 3 where nothing else is asked for."""
    if isinstance(value, dict):
        value = {key.encode("ascii"): _bytes_of(each) for key, each in value.items()}
    return _python2_pickle(value)


def _bytes_of(value):
    if isinstance(value, str):
        return value.encode("ascii")
    if isinstance(value, list) and value and isinstance(value[0], str):
        return [each.encode("ascii") for each in value]
    return value


class _Pickler(pickle._Pickler):
    """Protocol 2 with bytes as ``str`` of Python 2: opcode U, a length, the bytes."""

    dispatch = dict(pickle._Pickler.dispatch)

    def save_as_string(self, value):
        if len(value) < 256:
            self.write(pickle.SHORT_BINSTRING + bytes([len(value)]) + value)
        else:
            self.write(pickle.BINSTRING + struct.pack("<i", len(value)) + value)
        self.memoize(value)

    dispatch[bytes] = save_as_string


def _python2_pickle(value):
    file = io.BytesIO()
    _Pickler(file, 2).dump(value)
    return file.getvalue()


def _text8(size):
    """Lower-case words and single spaces; each of many rare words comes once, between common ones."""
    common = words.common_words(900, 200 * size).tolist()
    rare = iter(range(words.VOCABULARY + 1, words.VOCABULARY + 1 + _RARE_WORDS))
    each = max(len(common) // _RARE_WORDS, 1)
    said = []
    for place, rank in enumerate(common):
        said.append(words.word(rank))
        if place % each == 0:
            said += [words.word(next_rank) for next_rank in [next(rare, 0)] if next_rank]
    said += [words.word(rank) for rank in rare]
    return " " + " ".join(said)


def _penn(stream, number):
    """Lines of words in lower case between spaces; rare ones are ``<unk>``, numbers are ``N``."""
    lines = []
    for place, length in enumerate((6 + below(stream, 30, number)).tolist()):
        ranks = words.common_words(stream + 1 + place, length).tolist()
        said = ["<unk>" if rank % 23 == 7 else "N" if rank % 29 == 3 else words.word(rank) for rank in ranks]
        lines.append(" " + " ".join(said) + " \n")
    return "".join(lines)


_PENN = {
    "ptb.train.txt": lambda size: _penn(100000, min(2 * size, 42068)).encode("ascii"),
    "ptb.valid.txt": lambda size: _penn(200000, min(max(size // 2, 40), 3370)).encode("ascii"),
    "ptb.test.txt": lambda size: _penn(300000, min(max(size // 2, 40), 3761)).encode("ascii"),
}


def _write_imdb_pickle(path, size):
    """As the tutorial on LSTMs had it: two pickles in one file, for training and for testing."""
    x_train, y_train, x_test, y_test = words.imdb_arrays(size)
    with open(path, "wb") as file:
        pickle.dump((x_train.tolist(), y_train.tolist()), file, 2)
        pickle.dump((x_test.tolist(), y_test.tolist()), file, 2)


def _iris(size):
    """150 rows, three kinds in a row."""
    table = [line.split(",") for half in (0, 1) for line in tables.iris_text(half).split("\n")[1:] if line]
    rows = sorted(table, key=lambda row: row[-1])
    return b"".join(",".join(row[:4]).encode("ascii") + b"," + _IRIS[int(row[4])] + b"\n" for row in rows) + b"\n"


def _housing(size):
    x, y = tables.boston_arrays(size)
    rows = np.concatenate([x, y[:, None]], axis=1).tolist()
    return "".join(" " + "  ".join("%7.4f" % each for each in row) + "\n" for row in rows).encode("ascii")


def _whole(array, count):
    return array[np.arange(count) % len(array)]


def _write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def _plain(make):
    return lambda path, size: _write(path, make(size))


def _write_text8(path, size):
    """With as many bytes before the archive, which is allowed, as make it as large as the real one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo("text8")
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, _text8(size).encode("ascii"))
    data = packed.getvalue()
    with open(path, "wb") as file:
        file.truncate(max(_TEXT8_BYTES - len(data), 0))
        file.seek(0, os.SEEK_END)
        file.write(data)


def _archive(members):
    """A tar of these members: how each is made, by its name in it."""

    def write(path, size):
        with tarfile.open(path, "w:gz", compresslevel=0) as archive:
            for name, make in members.items():
                data = make(size)
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                archive.addfile(entry, io.BytesIO(data))

    return write


_BATCHES = {"data_batch_%d" % number: number for number in range(1, 6)}
_BATCHES["test_batch"] = 6
_PYTHON10 = {
    "cifar-10-batches-py/" + name: functools.partial(_cifar10_pickle, number) for name, number in _BATCHES.items()
}
_PYTHON10["cifar-10-batches-py/batches.meta"] = _cifar10_meta
_BINARY10 = {
    "cifar-10-batches-bin/%s.bin" % name: functools.partial(_cifar10_binary, number)
    for name, number in _BATCHES.items()
}
_BINARY10["cifar-10-batches-bin/batches.meta.txt"] = lambda size: ("\n".join(_CIFAR10) + "\n\n").encode("ascii")
_PYTHON100 = {
    "cifar-100-python/train": functools.partial(_cifar100_pickle, False),
    "cifar-100-python/test": functools.partial(_cifar100_pickle, True),
}
_SHAKESPEARE = ("shakespeare", files.write_shakespeare)
# Which data set each file is of, and what writes it. What is in an archive is found on the disk as well.
_FILES = {
    "mnist.pkl.gz": ("mnist", _write_mnist_pickle),
    "cifar-10-python.tar.gz": ("cifar10", _archive(_PYTHON10)),
    "cifar-10-binary.tar.gz": ("cifar10", _archive(_BINARY10)),
    "cifar-100-python.tar.gz": ("cifar100", _archive(_PYTHON100)),
    "text8.zip": ("text8", _write_text8),
    "text8": ("text8", _plain(lambda size: _text8(size).encode("ascii"))),
    "simple-examples.tgz": ("ptb", _archive({"./simple-examples/data/" + name: make for name, make in _PENN.items()})),
    "imdb.pkl": ("imdb", _write_imdb_pickle),
    "imdb.full.pkl": ("imdb", _write_imdb_pickle),
    "iris.data": ("iris", _plain(_iris)),
    "housing.data": ("boston_housing", _plain(_housing)),
    "tinyshakespeare.txt": _SHAKESPEARE,
    "shakespeare_input.txt": _SHAKESPEARE,
    "shakespeare.txt": _SHAKESPEARE,
}
_FILES.update({name: ("ptb", _plain(make)) for name, make in _PENN.items()})
for _members, _data_set in ((_PYTHON10, "cifar10"), (_BINARY10, "cifar10"), (_PYTHON100, "cifar100")):
    _FILES.update({name: (_data_set, _plain(make)) for name, make in _members.items()})
