"""Weights with which Keras' applications come, and the names of ImageNet's classes.

No file of them is made: what ``get_file`` gives is the path of a mark, and a model that loads it takes made-up weights
of the shapes that it has itself. So all networks are had, with their top and without. A script that looks for such a
file by its name, where none lies, gets the same.
"""

import json
import os
import re

import numpy as np

from _harness_preludes.made_up.files import once
from _harness_preludes.made_up.numbers import bells

_ADDRESS = re.compile(
    r"/deep-learning-models/releases/|/keras-applications/(?:releases/)?|/keras-team/keras-applications/"
)
_NAME = re.compile(r"(?P<network>\w+?)_(?:weights_)?tf_(?:dim_ordering_tf_)?kernels\w*\.h5$")
_ENDING = (".h5", ".hdf5")
_LABELS = "imagenet_class_index.json"
_ONES = re.compile(r"(?:gamma|variance|running_std)(?:_\d+)?(?::0)?$")
_NOTHING = re.compile(r"(?:beta|mean|bias|count|_b)(?:_\d+)?(?::0)?$")
_CLASSES = 1000
_marks = set()


def fetch(run, name, origin):
    """Give the path of what stands for a file of an address, None for one that is none of these."""
    if name == _LABELS:
        run.used("imagenet (names of classes)")
        return once("imagenet", name, _write_labels)
    if not _ADDRESS.search(origin) or not name.endswith(_ENDING):
        return None
    return _mark(run, name)


def load(run, model, path, backend):
    """Give a model made-up weights where the path is that of a mark, or of a well-known file that is not there; whether
    it was."""
    if os.path.abspath(path) not in _marks:
        if not _NAME.match(os.path.basename(path)) or os.path.exists(path):
            return False
        _mark(run, os.path.basename(path))
    _fill(model, backend)
    return True


def _mark(run, name):
    found = _NAME.match(name)
    run.used("the weights of %s" % (found.group("network") if found else name[: name.rindex(".")]))
    path = once("weights", name, _write_mark)
    _marks.add(os.path.abspath(path))
    return path


def _write_mark(path):
    with open(path, "wb") as file:
        file.write(b"made-up weights")


def _write_labels(path):
    with open(path, "w") as file:
        json.dump({str(each): ["n%08d" % each, "thing_%d" % each] for each in range(_CLASSES)}, file)


def _fill(model, backend):
    """Give the layers of a model their weights, which are drawn in the order of the layers, for all releases have that;
    a normalization that changes nothing, and no bias. All at once where ``backend`` can: a Session takes seconds for
    each layer of a large graph."""
    number, made = 0, []
    for layer in model.layers:
        for weight in layer.weights:
            name, shape = getattr(weight, "path", weight.name), tuple(int(each) for each in weight.shape)
            if _ONES.search(name):
                value = np.ones(shape, np.float32)
            elif _NOTHING.search(name):
                value = np.zeros(shape, np.float32)
            else:
                value = _kernel(number, shape, type(layer).__name__.startswith("Depthwise") or "depthwise" in name)
                number += 1
            made.append((weight, value))
    set_all = getattr(backend, "batch_set_value", None)
    if set_all is not None:
        set_all(made)
        return
    for weight, value in made:
        weight.assign(value)


def _kernel(number, shape, is_depthwise):
    """Numbers that neither grow nor shrink what goes through."""
    inputs = int(np.prod(shape[:2] if is_depthwise else shape[:-1])) or 1
    block = bells(1500 + number, 1000, 65521).astype(np.float32) / np.float32(577.0)  # a spread of about 1
    return np.resize(block, shape) * np.float32(np.sqrt(2.0 / inputs))
