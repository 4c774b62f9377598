"""CIFAR-10 and CIFAR-100 as their page has them: pickles, binary files, and archives of either."""

import functools

import numpy as np

from _harness_preludes.made_up import arrays, packing
from _harness_preludes.made_up.pickles import as_python2

_CIFAR10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck")


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
    return as_python2({"batch_label": label, "labels": labels.tolist(), "data": rows, "filenames": names})


def _cifar10_binary(number, size):
    rows, labels = _cifar10_batch(number, size)
    return np.concatenate([labels.astype(np.uint8)[:, None], rows], axis=1).tobytes()


def _cifar10_meta(size):
    return as_python2({"num_cases_per_batch": 10000, "label_names": list(_CIFAR10), "num_vis": 3072})


def _cifar100_pickle(is_test, size):
    made = arrays.image_arrays("cifar100", size)
    images, fine = (made.x_test, made.y_test) if is_test else (made.x_train, made.y_train)
    count = 10000 if is_test else 50000
    images, fine = arrays.whole(images, count), arrays.whole(fine, count)
    rows = images.transpose(0, 3, 1, 2).reshape(-1, 3072)
    names = ["%d.png" % place for place in range(count)]
    coarse = arrays.coarse_labels(fine).tolist()
    told = {"filenames": names, "fine_labels": fine.tolist(), "coarse_labels": coarse, "data": rows}
    return as_python2(dict(told, batch_label="testing batch 1 of 1" if is_test else "training batch 1 of 1"))


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
# Which data set each file is of, and what writes it. What is in an archive is found on the disk as well.
FILES = {
    "cifar-10-python.tar.gz": ("cifar10", packing.tar_of(_PYTHON10)),
    "cifar-10-binary.tar.gz": ("cifar10", packing.tar_of(_BINARY10)),
    "cifar-100-python.tar.gz": ("cifar100", packing.tar_of(_PYTHON100)),
}
for _members, _data_set in ((_PYTHON10, "cifar10"), (_BINARY10, "cifar10"), (_PYTHON100, "cifar100")):
    FILES.update({name: (_data_set, packing.plain(make)) for name, make in _members.items()})
