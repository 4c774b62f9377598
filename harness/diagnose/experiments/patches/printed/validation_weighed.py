"""fit weighs its validation by the weights of classes, as up to 2.1: what it holds back by validation_split and, with
``CHANGE["given"]``, what it is given as validation_data."""

import functools
import inspect

import numpy
import tensorflow as tf


def weighed(fit):
    signature = inspect.signature(fit)

    @functools.wraps(fit)
    def fitted(*args, **options):
        bound = signature.bind(*args, **options)
        given = bound.arguments
        weights, x, y = given.get("class_weight"), given.get("x"), given.get("y")
        if weights and x is not None and y is not None:
            held_back(given, x, y, weights)
        return fit(*bound.args, **bound.kwargs)

    return fitted


def held_back(given, x, y, weights):
    share, data = given.get("validation_split"), given.get("validation_data")
    if data is not None:
        if CHANGE["given"] and len(data) == 2:
            given["validation_data"] = (data[0], data[1], of_classes(data[1], weights))
    elif share:
        at = int(numpy.floor(len(y) * (1.0 - share)))
        given["validation_split"] = 0.0
        given["x"], given["y"] = taken(x, slice(0, at)), taken(y, slice(0, at))
        if given.get("sample_weight") is not None:
            given["sample_weight"] = given["sample_weight"][:at]
        rest = slice(at, None)
        given["validation_data"] = (taken(x, rest), taken(y, rest), of_classes(taken(y, rest), weights))


def taken(data, rows):
    return tf.nest.map_structure(lambda each: each[rows], data)


def of_classes(y, weights):
    y = numpy.asarray(y)
    classes = y.argmax(axis=1) if y.ndim > 1 and y.shape[1] > 1 else y.reshape(-1)
    return numpy.array([weights.get(int(each), 1.0) for each in classes], numpy.float32)


for kind in {each for each in tf.keras.Model.__mro__ if "fit" in vars(each)}:
    kind.fit = weighed(kind.fit)
