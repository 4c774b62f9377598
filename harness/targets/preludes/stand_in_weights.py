"""Weights of well-known networks as files: made up, of the sizes that are documented, so that what loads them runs."""

import numpy as np
from stand_in_numbers import bells

_VGG16 = ((1, 2), (2, 2), (3, 3), (4, 3), (5, 3))
_VGG19 = ((1, 2), (2, 2), (3, 4), (4, 4), (5, 4))
_WIDTHS = (3, 64, 128, 256, 512, 512)
# Height and width of a kernel, what goes in, what comes out; halves of some layers see half of the channels.
_ALEXNET = (
    ("conv1", (11, 11, 3, 96)), ("conv2", (5, 5, 48, 256)), ("conv3", (3, 3, 256, 384)), ("conv4", (3, 3, 192, 384)),
    ("conv5", (3, 3, 192, 256)), ("fc6", (9216, 4096)), ("fc7", (4096, 4096)), ("fc8", (4096, 1000)),
)  # fmt: skip
_LAST = (("fc6", (25088, 4096)), ("fc7", (4096, 4096)), ("fc8", (4096, 1000)))


def _vgg(blocks):
    for block, count in blocks:
        for each in range(1, count + 1):
            into = _WIDTHS[block - 1] if each == 1 else _WIDTHS[block]
            yield "conv%d_%d" % (block, each), (3, 3, into, _WIDTHS[block])
    for layer in _LAST:
        yield layer


def _layer(number, shape):
    """Weights that neither grow nor shrink what goes through, and a bias of nothing."""
    inputs = int(np.prod(shape[:-1]))
    block = bells(1100 + number, 1000, 65521).astype(np.float32) / np.float32(577.0)  # a spread of about 1
    return np.resize(block, shape) * np.float32(np.sqrt(2.0 / inputs)), np.zeros(shape[-1], np.float32)


def _write_dictionary(layers):
    """A pickled dictionary: weights and bias by layer."""

    def written(path, size):
        made = {name: list(_layer(number, shape)) for number, (name, shape) in enumerate(layers)}
        with open(path, "wb") as file:
            np.save(file, made)

    return written


def _write_arrays(layers):
    """Arrays by name, ``conv1_1_W`` and ``conv1_1_b``."""

    def written(path, size):
        named = {}
        for number, (name, shape) in enumerate(layers):
            named[name + "_W"], named[name + "_b"] = _layer(number, shape)
        with open(path, "wb") as file:
            np.savez(file, **named)

    return written


FILES = {
    "vgg16.npy": ("vgg16 (weights)", _write_dictionary(tuple(_vgg(_VGG16)))),
    "vgg19.npy": ("vgg19 (weights)", _write_dictionary(tuple(_vgg(_VGG19)))),
    "vgg16_weights.npz": ("vgg16 (weights)", _write_arrays(tuple(_vgg(_VGG16)))),
    "bvlc_alexnet.npy": ("alexnet (weights)", _write_dictionary(_ALEXNET)),
}
