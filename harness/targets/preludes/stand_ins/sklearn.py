"""``sklearn.datasets.fetch_*``. What scikit-learn brings along (``load_iris``, ``load_digits``) needs no stand-in."""

import inspect

import numpy as np

from _harness_preludes.made_up import arrays, tables, words
from _harness_preludes.made_up.numbers import test_size

_HOUSES = ["MedInc", "HouseAge", "AveRooms", "AveBedrms", "Population", "AveOccup", "Latitude", "Longitude"]
_GROUPS = [
    "alt.atheism",
    "comp.graphics",
    "comp.os.ms-windows.misc",
    "comp.sys.ibm.pc.hardware",
    "comp.sys.mac.hardware",
    "comp.windows.x",
    "misc.forsale",
    "rec.autos",
    "rec.motorcycles",
    "rec.sport.baseball",
    "rec.sport.hockey",
    "sci.crypt",
    "sci.electronics",
    "sci.med",
    "sci.space",
    "soc.religion.christian",
    "talk.politics.guns",
    "talk.politics.mideast",
    "talk.politics.misc",
    "talk.religion.misc",
]
# The images that MNIST and Fashion-MNIST have.
_TRAIN, _TEST = 60000, 10000
_OPENML = {"mnist_784": "mnist", "fashion-mnist": "fashion_mnist"}


def patch_datasets(datasets, run):
    """Put another function in the place of each that would download."""
    for name in [name for name in dir(datasets) if name.startswith("fetch_")]:
        original = getattr(datasets, name)
        setattr(datasets, name, _replacement(name, _MADE.get(name), run, _defaults(original)))


def _defaults(function):
    """What the arguments are unless given: releases differ in whether OpenML's tables come as data frames."""
    parameters = inspect.signature(function).parameters.values()
    return {each.name: each.default for each in parameters if each.default is not each.empty}


def _replacement(name, make, run, defaults):
    def fetch(*args, **named):
        given = dict(defaults)
        given.update(zip(defaults, args))
        if name in ("fetch_openml", "fetch_mldata") and args:
            given["name"] = args[0]
        given.update(named)
        if make is None:
            raise RuntimeError("--stand-in has nothing for sklearn.datasets.%s" % name)
        return make(run, given)

    fetch.__name__ = name
    return fetch


def _california_housing(run, given):
    run.used("california_housing")
    x, y = tables.california_blocks(run.size)
    return _table(given, x, y, _HOUSES, "MedHouseVal", target_names=["MedHouseVal"])


def _covtype(run, given):
    run.used("covtype")
    x, y = tables.covtype_arrays(min(run.size, 581012))
    return _table(given, x, y, ["feature_%d" % place for place in range(54)], "Cover_Type", target_names=["Cover_Type"])


def _openml(run, given):
    asked = given.get("name")
    if given.get("data_id") is not None:
        asked = {554: "mnist_784", 40996: "Fashion-MNIST"}.get(int(given["data_id"]), "data_id %s" % given["data_id"])
    data_set = _OPENML.get(str(asked).lower())
    if data_set is None:
        raise RuntimeError("--stand-in has nothing for %s of OpenML, only mnist_784 and Fashion-MNIST" % asked)
    run.used(data_set)
    x, y = _all_images(data_set, run.size)
    target = np.array([str(label) for label in y.tolist()], dtype=object)
    return _table(given, x.astype(np.float64), target, ["pixel%d" % (place + 1) for place in range(784)], "class")


def _mldata(run, given):
    """The old repository: bytes, and labels as floats, training and test examples each in the order of their labels."""
    if str(given.get("name")).lower().replace("-", " ") != "mnist original":
        raise RuntimeError("--stand-in has nothing for %s of mldata.org, only MNIST original" % given.get("name"))
    run.used("mnist")
    x, y = _all_images("mnist", run.size)
    order = np.concatenate([y[:_TRAIN].argsort(kind="mergesort"), _TRAIN + y[_TRAIN:].argsort(kind="mergesort")])
    return _bunch(data=x[order], target=y[order].astype(np.float64))


def _olivetti_faces(run, given):
    run.used("olivetti_faces")
    images, target = arrays.faces("olivetti_faces", min(run.size, 400), 40, 64, 64)
    images = images.astype(np.float32) / np.float32(255)
    data = images.reshape(len(images), -1)
    return (data, target) if given.get("return_X_y") else _bunch(data=data, images=images, target=target)


def _lfw_people(run, given):
    run.used("lfw_people")
    down, right = given.get("slice_") or (slice(0, 250), slice(0, 250))
    scale = given.get("resize") or 1.0
    height, width = (int((each.stop - each.start) // (each.step or 1) * scale) for each in (down, right))
    images, target = arrays.faces("lfw_people", min(run.size, 1288), 7, height, width)
    images = images.astype(np.float32) / np.float32(255)
    if given.get("color"):
        images = np.stack([images] * 3, axis=-1)
    data = images.reshape(len(images), -1)
    if given.get("return_X_y"):
        return data, target
    names = np.array(["Made Up %d" % (place + 1) for place in range(7)])
    return _bunch(data=data, images=images, target=target, target_names=names)


def _newsgroups(run, given):
    run.used("20newsgroups")
    halves = {"train": [(750, run.size)], "test": [(760, test_size(run.size))]}
    halves["all"] = halves["train"] + halves["test"]
    texts, groups = [], []
    for first, number in halves[given.get("subset", "train")]:
        half, labels = words.newsgroup_texts(first, len(_GROUPS), number)
        texts, groups = texts + half, groups + labels.tolist()
    names = list(given.get("categories") or _GROUPS)
    names = sorted(names)
    kept = [place for place, group in enumerate(groups) if _GROUPS[group] in names]
    target = np.array([names.index(_GROUPS[groups[place]]) for place in kept], dtype=np.int64)
    data = [texts[place] for place in kept]
    if given.get("return_X_y"):
        return data, target
    return _bunch(
        data=data, target=target, target_names=names, filenames=np.array(["made-up/%d" % each for each in kept])
    )


def _all_images(data_set, size):
    """Training examples, then those for testing, as rows of 784, as many as there really are: who is given all of them
    in one array parts it by their real number, ``[:60000]``."""
    made = arrays.image_arrays(data_set, size)
    images = np.concatenate([arrays.whole(made.x_train, _TRAIN), arrays.whole(made.x_test, _TEST)])
    labels = np.concatenate([arrays.whole(made.y_train, _TRAIN), arrays.whole(made.y_test, _TEST)])
    return images.reshape(len(images), -1), labels


def _table(given, x, y, features, target_name, **more):
    frame = None
    if given.get("as_frame"):
        import pandas

        x, y = pandas.DataFrame(x, columns=features), pandas.Series(y, name=target_name)
        if y.dtype == object:
            y = y.astype("category")
        frame = pandas.concat([x, y], axis=1)
    if given.get("return_X_y"):
        return x, y
    return _bunch(data=x, target=y, frame=frame, feature_names=features, **more)


def _bunch(**fields):
    from sklearn.utils import Bunch

    return Bunch(DESCR="Made up by --stand-in.", **fields)


_MADE = {
    "fetch_california_housing": _california_housing,
    "fetch_covtype": _covtype,
    "fetch_openml": _openml,
    "fetch_mldata": _mldata,
    "fetch_olivetti_faces": _olivetti_faces,
    "fetch_lfw_people": _lfw_people,
    "fetch_20newsgroups": _newsgroups,
}
