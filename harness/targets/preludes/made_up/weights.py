"""Weights of well-known networks as files: made up, of the sizes that are documented, so that what loads them runs."""

import glob
import io
import os
import re

import numpy as np

from _harness_preludes.made_up.numbers import bells

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


# The later of two versions of that file has the weights as the third field of a layer, the earlier as the first.
_LATER = re.compile(r"\[0\]\s*\[0\]\s*\[2\]|\[0, *0\]\[2\]|\['weights'\]")


def _write_matlab(blocks):
    """A file of MatConvNet: a cell for each layer, which is a structure with its weights, name and kind."""

    def written(path, script):
        import scipy.io

        layers, number = [], 0
        for block, count in blocks:
            for each in range(1, count + 1):
                into = _WIDTHS[block - 1] if each == 1 else _WIDTHS[block]
                name = "%d_%d" % (block, each)
                layers += [("conv" + name, _layer(number, (3, 3, into, _WIDTHS[block]))), ("relu" + name, None)]
                number += 1
            layers.append(("pool%d" % block, None))
        for name, shape in (("6", (7, 7, 512, 4096)), ("7", (1, 1, 4096, 4096)), ("8", (1, 1, 4096, 1000))):
            layers.append(("fc" + name, _layer(number, shape)))
            layers.append(("relu" + name if name != "8" else "prob", None))
            number += 1
        later = is_later(script)
        cells = np.empty((1, len(layers)), dtype=object)
        for place, (name, made) in enumerate(layers):
            cells[0, place] = _structure(name, made, later)
        mean = np.full((224, 224, 3), 1.0) * np.array([123.68, 116.779, 103.939])
        told = {
            "layers": cells,
            "normalization": {"averageImage": mean},
            "meta": {"normalization": {"averageImage": mean}},
        }
        scipy.io.savemat(path, told, appendmat=False)

    written.by_script = True
    return written


def _structure(name, made, later):
    weights = np.empty((1, 2), dtype=object)
    weights[0, 0], weights[0, 1] = (made[0], made[1].reshape(1, -1)) if made is not None else (np.zeros(0), np.zeros(0))
    kind = "conv" if made is not None else re.match(r"[a-z]+", name).group()
    fields = [("name", name), ("type", kind), ("weights", weights)] if later else [
        ("weights", weights), ("pad", np.zeros((1, 4))), ("type", kind), ("name", name), ("stride", np.ones((1, 2))),
    ]  # fmt: skip
    structure = np.empty((1, 1), dtype=[(field, object) for field, _ in fields])
    for field, value in fields:
        structure[0, 0][field] = value
    return structure


def is_later(script):
    """Whether a script, or one beside it, takes a layer of the later version apart."""
    for path in [script] + sorted(glob.glob(os.path.join(os.path.dirname(script), "*.py"))):
        try:
            with io.open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
        except OSError:
            continue
        if "layers" in text and _LATER.search(text):
            return True
    return False


FILES = {
    "imagenet-vgg-verydeep-16.mat": ("vgg16 (weights)", _write_matlab(_VGG16)),
    "imagenet-vgg-verydeep-19.mat": ("vgg19 (weights)", _write_matlab(_VGG19)),
    "vgg16.npy": ("vgg16 (weights)", _write_dictionary(tuple(_vgg(_VGG16)))),
    "vgg19.npy": ("vgg19 (weights)", _write_dictionary(tuple(_vgg(_VGG19)))),
    "vgg16_weights.npz": ("vgg16 (weights)", _write_arrays(tuple(_vgg(_VGG16)))),
    "bvlc_alexnet.npy": ("alexnet (weights)", _write_dictionary(_ALEXNET)),
}
# How large the real one is, where scripts look at that: a made-up one is larger, since it is not packed.
BYTES = {"imagenet-vgg-verydeep-19.mat": 534904783}
