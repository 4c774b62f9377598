"""MNIST and its kin as files: the idx format, pickles, and the tables that people made of them."""

import gzip
import pickle
import re
import struct

import numpy as np

from _harness_preludes.made_up import arrays, files, packing
from _harness_preludes.scripts.texts import text_of

_CAPITALS = re.compile(r"""\[\s*['"]X_(?:train|valid|test)['"]""")


def write_idx(data_set, name, is_zipped, path, size):
    test, labels = files.IDX[name]
    array = arrays.whole(arrays.image_arrays(data_set, size)[2 * test + labels], 10000 if test else 60000).astype(
        np.uint8
    )
    data = struct.pack(">%di" % (1 + array.ndim), 0x800 + array.ndim, *array.shape) + array.tobytes()
    with gzip.GzipFile(path, "wb", compresslevel=0, mtime=0) if is_zipped else open(path, "wb") as file:
        file.write(data)


def write_mnist_pickle(path, size, is_zipped=True):
    """As deeplearning.net had it: images of 0 to 1, training, validation, test."""
    made = arrays.image_arrays("mnist", size)
    images = arrays.whole(made.x_train, 60000).reshape(-1, 784).astype(np.float32) / np.float32(256)
    labels, rest = arrays.whole(made.y_train, 60000), arrays.whole(made.x_test, 10000).reshape(-1, 784)
    parts = (
        (images[:50000], labels[:50000]),
        (images[50000:], labels[50000:]),
        (rest.astype(np.float32) / np.float32(256), arrays.whole(made.y_test, 10000)),
    )
    with gzip.GzipFile(path, "wb", compresslevel=0, mtime=0) if is_zipped else open(path, "wb") as file:
        pickle.dump(parts, file, 2)


def has_parts(script):
    """Whether a script takes ``mnist.npz`` as Lasagne's recipes had it, in capitals and three parts, not Keras' way."""
    return _CAPITALS.search(text_of(script)) is not None


def _write_mnist_parts(path, size):
    """As Lasagne's recipes had it: rows of pixels of 0 to 1, and labels; training, validation, test."""
    made = arrays.image_arrays("mnist", size)
    rows, rest = (each.reshape(-1, 784).astype(np.float32) / np.float32(256) for each in (made.x_train, made.x_test))
    labels, of_rest = made.y_train.astype(np.int32), made.y_test.astype(np.int32)
    last = len(rows) // 6
    with open(path, "wb") as file:
        np.savez(
            file, X_train=rows[:-last], y_train=labels[:-last], X_valid=rows[-last:], y_valid=labels[-last:],
            X_test=rest, y_test=of_rest,
        )  # fmt: skip


def _write_cluttered(path, size):
    """As Lasagne's recipes had it for transformers of pictures: digits somewhere on 60 by 60 pixels of 0 to 1, with six
    scraps of others, as rows; classes as one of ten; training, validation, test."""
    made = arrays.image_arrays("mnist", size)
    last = len(made.x_train) // 6
    parts = {
        "train": (made.x_train[:-last], made.y_train[:-last]),
        "valid": (made.x_train[-last:], made.y_train[-last:]),
        "test": (made.x_test, made.y_test),
    }
    random, saved = np.random.RandomState(0), {}
    for name, (images, labels) in parts.items():
        saved["x_" + name] = np.stack([_cluttered(image, images, random) for image in images])
        saved["y_" + name] = np.eye(10, dtype=np.float32)[labels]
    with open(path, "wb") as file:
        np.savez(file, **saved)


def _cluttered(image, others, random):
    canvas = np.zeros((60, 60), np.uint8)
    for scrap in range(7):
        is_digit = scrap == 6
        other = image if is_digit else others[random.randint(len(others))][10:18, 10:18]
        row, column = random.randint(61 - len(other), size=2)
        place = canvas[row : row + len(other), column : column + len(other)]
        np.maximum(place, other, out=place)
    return canvas.reshape(-1).astype(np.float32) / np.float32(255)


def _table(data_set, is_test, head):
    """A line for each image: its label, then its pixels. Five times as many as elsewhere: the last thousand are held
    back by many."""

    def made(size):
        parts = arrays.image_arrays(data_set, 5 * size)
        images, labels = (parts.x_test, parts.y_test) if is_test else (parts.x_train, parts.y_train)
        rows = np.concatenate([labels[:, None], images.reshape(len(images), -1)], axis=1).tolist()
        lines = [head] if head else []
        return "\n".join(lines + [",".join(map(str, row)) for row in rows]) + "\n"

    return packing.text(made)


def _write_notmnist(path, size):
    """As the course that uses it pickles it: images of -0.5 to 0.5 and labels, in three parts."""
    made = arrays.image_arrays("notmnist", 20 * size)
    images, labels = made.x_train.astype(np.float32) / np.float32(255) - np.float32(0.5), made.y_train.astype(np.int32)
    rest, rest_labels = made.x_test.astype(np.float32) / np.float32(255) - np.float32(0.5), made.y_test.astype(np.int32)
    half = len(rest) // 2
    parts = {
        "train_dataset": images,
        "train_labels": labels,
        "valid_dataset": rest[:half],
        "valid_labels": rest_labels[:half],
        "test_dataset": rest[half:],
        "test_labels": rest_labels[half:],
    }
    with open(path, "wb") as file:
        pickle.dump(parts, file, 2)


def _write_svhn(is_test):
    """A file of MATLAB: images (32, 32, 3, n), labels 1 to 10."""

    def written(path, size):
        import scipy.io

        made = arrays.image_arrays("svhn", size)
        images, labels = (made.x_test, made.y_test) if is_test else (made.x_train, made.y_train)
        told = {"X": images.transpose(1, 2, 3, 0), "y": (labels[:, None] + 1).astype(np.uint8)}
        scipy.io.savemat(path, told, appendmat=False)

    return written


_PIXELS = ",".join("pixel%d" % each for each in range(1, 785))
_KAGGLE = "label," + ",".join("pixel%d" % each for each in range(784))
_DIGITS = ("mnist", _table("mnist", False, _KAGGLE))
FILES = {
    "mnist.pkl.gz": ("mnist", write_mnist_pickle),
    "mnist.pkl": ("mnist", lambda path, size: write_mnist_pickle(path, size, is_zipped=False)),
    "lasagne/mnist.npz": ("mnist", _write_mnist_parts),
    "mnist_cluttered_60x60_6distortions.npz": ("mnist", _write_cluttered),
    "mnist_train.csv": ("mnist", _table("mnist", False, "")),
    "mnist_test.csv": ("mnist", _table("mnist", True, "")),
    "mnist/train.csv": _DIGITS,
    "digit-recognizer/train.csv": _DIGITS,
    "digits/train.csv": _DIGITS,
    "large_files/train.csv": _DIGITS,
    "fashion-mnist_train.csv": ("fashion_mnist", _table("fashion_mnist", False, "label," + _PIXELS)),
    "fashion-mnist_test.csv": ("fashion_mnist", _table("fashion_mnist", True, "label," + _PIXELS)),
    "notMNIST.pickle": ("notmnist", _write_notmnist),
    "train_32x32.mat": ("svhn", _write_svhn(False)),
    "test_32x32.mat": ("svhn", _write_svhn(True)),
}
