"""Images with labels: a class has a pattern of coarse cells, each example shows it with cells gone wrong, and noise."""

import collections

import numpy as np

from _harness_preludes.made_up import count as count_asked
from _harness_preludes.made_up.count import over_and_over
from _harness_preludes.made_up.numbers import below, classes, draws, octets, test_size

Arrays = collections.namedtuple("Arrays", ["x_train", "y_train", "x_test", "y_test"])
# The real numbers of examples: no stand-in has more.
_REAL = {
    "mnist": (60000, 10000),
    "fashion_mnist": (60000, 10000),
    "cifar10": (50000, 10000),
    "cifar100": (50000, 10000),
    "notmnist": (200000, 20000),
    "svhn": (73257, 26032),
}
# Of each data set the first of its own eight streams.
_STREAMS = {
    "mnist": 100,
    "fashion_mnist": 200,
    "cifar10": 300,
    "cifar100": 400,
    "olivetti_faces": 500,
    "lfw_people": 600,
    "notmnist": 640,
    "svhn": 660,
}


def image_arrays(name, size):
    """Give the Arrays of ``mnist``, ``fashion_mnist``, ``notmnist``, ``cifar10``, ``cifar100`` (fine labels), ``svhn``
    for ``size`` training examples: uint8 images, (n, 28, 28) or (n, 32, 32, 3), and int64 labels, (n,); over and over
    where the script counts on more."""
    count = 100 if name == "cifar100" else 10
    first = _STREAMS[name]
    halves = []
    wanted = count_asked.WANTED
    for half, (number, counted) in enumerate(((size, wanted), (test_size(size), test_size(wanted)))):
        number, counted = min(number, _REAL[name][half]), min(counted, _REAL[name][half])
        labels = classes(first + 1 + 4 * half, count, number)
        own = first + 2 + 4 * half
        if name == "mnist":
            images = _strokes(first, own, labels, cells=5, lit=10, edge=4, wrong=44, count=count)
        elif name in ("fashion_mnist", "notmnist"):
            images = _strokes(first, own, labels, cells=7, lit=24, edge=0, wrong=64, count=count)
        else:
            images = _colours(first, own, labels, count)
        halves += [over_and_over(images, counted), over_and_over(labels, counted)]
    return Arrays(*halves)


def whole(array, count):
    """Give as many examples as the real data set has: the made-up ones over and over."""
    return array[np.arange(count) % len(array)]


def coarse_labels(fine):
    """Give the 20 superclasses of CIFAR-100's stand-in: five neighbours each."""
    return fine // 5


def faces(name, number, people, height, width):
    """Give grey images, uint8 (number, height, width), and whose they are, int64."""
    first = _STREAMS[name]
    whose = classes(first + 1, people, number)
    patterns = octets(first, people, 8, 8)[whose] * 3 // 4 + octets(first + 2, number, 8, 8) // 4
    rows, columns = np.arange(height) * 8 // height, np.arange(width) * 8 // width
    images = patterns[:, rows][:, :, columns] * 15 // 16 + octets(first + 3, number, height, width) // 16
    return images.astype(np.uint8), whose


def _strokes(first, own, labels, cells, lit, edge, wrong, count):
    """Light cells on black, 4 pixels wide, ``lit`` of them in a class's pattern; shifted by up to a pixel within an
    ``edge``. Of 256 cells ``wrong`` are the other way round."""
    number = len(labels)
    rank = draws(first, count, cells * cells).argsort(axis=1, kind="mergesort").argsort(axis=1, kind="mergesort")
    shown = (rank < lit)[labels] ^ (octets(own, number, cells * cells) < wrong)
    shown = shown.reshape(number, cells, cells).repeat(4, axis=1).repeat(4, axis=2)
    side = cells * 4 + 2 * edge
    light = 128 + octets(own + 1, number, cells * 4, cells * 4) // 2
    light[~shown] = 0
    if not edge:
        return light.astype(np.uint8)
    images = np.zeros((number, side, side), np.uint8)
    shift = below(own + 1000, 9, number)
    for each in range(9):
        chosen, down, right = shift == each, edge - 1 + each // 3, edge - 1 + each % 3
        images[chosen, down : down + cells * 4, right : right + cells * 4] = light[chosen]
    return images


def _colours(first, own, labels, count):
    """Coloured cells, 4 pixels wide: a quarter is the class's, the rest the example's own, with noise on each pixel."""
    number = len(labels)
    pattern = octets(first, count, 8, 8 * 3).reshape(count, 8, 8, 3)
    cell = pattern[labels] * 3 // 16 + octets(own, number, 8, 8 * 3).reshape(number, 8, 8, 3) * 9 // 16
    images = cell.repeat(4, axis=1).repeat(4, axis=2)
    images += octets(own + 1, number, 32, 32 * 3).reshape(number, 32, 32, 3) // 4
    return images.astype(np.uint8)
