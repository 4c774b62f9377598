"""``tensorflow_datasets.load`` of MNIST, Fashion-MNIST, CIFAR-10 and the reviews of IMDb as texts.

Nothing of the package's own is used, so ``decoders``, ``read_config`` and the rest have no effect, and of what
``with_info`` gives there are ``features``, ``splits`` and the name.
"""

import collections
import re

import numpy as np

_SLICE = re.compile(r"(\w+)(?:\[(-?\d+%?)?:(-?\d+%?)?\])?$")
_NAMES = {
    "mnist": [str(digit) for digit in range(10)],
    "fashion_mnist": [
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ],
    "cifar10": ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
    "imdb_reviews": ["neg", "pos"],
}
Split = collections.namedtuple("Split", ["name", "num_examples"])


def patch_load(module, run):
    """Have ``load`` give made-up data sets, and ``builder`` say that it has none."""

    def load(name, *args, **named):
        given = {"split": None, "data_dir": None, "batch_size": None, "shuffle_files": False, "download": True}
        given.update(zip(("split", "data_dir", "batch_size", "shuffle_files", "download", "as_supervised"), args))
        given.update(named)
        return _load(run, name, given)

    def builder(name, *args, **named):
        raise RuntimeError("--stand-in has nothing for tensorflow_datasets.builder, only for load: %s" % name)

    module.load = load
    module.builder = builder


class Feature(object):
    """What a script asks a feature: its shape, its type, and of a label the classes."""

    def __init__(self, array, names=None):
        self.shape = tuple(array.shape[1:])
        self.dtype = array.dtype
        if names is not None:
            self.names = list(names)
            self.num_classes = len(names)

    def int2str(self, number):
        return self.names[int(number)]

    def str2int(self, name):
        return self.names.index(name)


class Info(object):
    """What ``with_info`` gives."""

    def __init__(self, name, halves):
        self.name = name
        self.description = "Made up by --stand-in."
        self.splits = {half: Split(half, len(arrays["label"])) for half, arrays in halves.items()}
        example = halves["train"]
        self.features = {key: Feature(example[key]) for key in example}
        self.features["label"] = Feature(example["label"], _NAMES[name])
        self.supervised_keys = (next(key for key in example if key in ("image", "text")), "label")


def _load(run, name, given):
    plain, _, configuration = name.partition(":")[0].partition("/")
    if plain not in _NAMES or configuration not in ("", "plain_text"):
        raise RuntimeError(
            "--stand-in has nothing for %s of tensorflow_datasets, only for %s" % (name, ", ".join(sorted(_NAMES)))
        )
    run.used(plain)
    halves = _halves(run, plain)
    split = given["split"]
    chosen = {half: half for half in halves} if split is None else split
    result = _give(halves, chosen, given)
    return (result, Info(plain, halves)) if given.get("with_info") else result


def _halves(run, name):
    if name == "imdb_reviews":
        words = run.part("made_up.words")
        x_train, y_train, x_test, y_test = words.imdb_arrays(run.size)
        texts = [np.array([" ".join(map(words.word, each)).encode() for each in x], object) for x in (x_train, x_test)]
        return {"train": {"text": texts[0], "label": y_train}, "test": {"text": texts[1], "label": y_test}}
    made = run.part("made_up.arrays").image_arrays(name, run.size)
    halves = {}
    for half, images, labels in (("train", made.x_train, made.y_train), ("test", made.x_test, made.y_test)):
        images = images[..., None] if images.ndim == 3 else images
        halves[half] = {"image": images, "label": labels}
    return halves


def _give(halves, split, given):
    if isinstance(split, dict):
        return {key: _give(halves, each, given) for key, each in split.items()}
    if isinstance(split, (list, tuple)):
        return [_give(halves, each, given) for each in split]
    import tensorflow as tf

    arrays = _cut(halves, split)
    if given.get("as_supervised"):
        arrays = tuple(arrays[key] for key in arrays)
    data = tf.data.Dataset.from_tensor_slices(arrays)
    if given["batch_size"] is None:
        return data
    if given["batch_size"] != -1:
        return data.batch(given["batch_size"])
    if isinstance(arrays, tuple):
        return tuple(tf.convert_to_tensor(each) for each in arrays)
    return {key: tf.convert_to_tensor(each) for key, each in arrays.items()}


def _cut(halves, split):
    """``train``, ``train[:80%]``, ``train+test[100:]``."""
    parts = []
    for text in str(split).replace(" ", "").split("+"):
        found = _SLICE.match(text)
        if found is None or found.group(1) not in halves:
            raise RuntimeError("--stand-in has no split %s, only train, test and slices of them" % split)
        half = halves[found.group(1)]
        length = len(half["label"])
        begin, end = (None if each is None else _place(each, length) for each in found.groups()[1:])
        parts.append({key: half[key][begin:end] for key in half})
    return {key: np.concatenate([part[key] for part in parts]) for key in parts[0]}


def _place(text, length):
    return int(round(int(text[:-1]) * length / 100.0)) if text.endswith("%") else int(text)
