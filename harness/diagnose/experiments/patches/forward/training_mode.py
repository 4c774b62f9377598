"""Batch normalization in training mode wherever a tape records it or, with ``CHANGE["outside"]``, nowhere else; with
``CHANGE["frozen"]`` a frozen layer, too, as in TF1, wherever it is called with training=True."""

import contextlib

from _harness_preludes.behaviours import keras_layers, training_flags

inside = []


@contextlib.contextmanager
def as_trainable(layer):
    inside.append(layer)
    try:
        yield
    finally:
        inside.pop()


def trained(call, layer, args, options, flag):
    if is_normalization(layer) and flag is False and keras_layers.is_recorded():
        return training_flags.with_flag(call, layer, args, options, True)
    return call(layer, *args, **options)


def only_recorded(call, layer, args, options, flag):
    if is_normalization(layer) and flag and not keras_layers.is_recorded():
        return training_flags.with_flag(call, layer, args, options, False)
    return call(layer, *args, **options)


def called(call, layer, args, options):
    # Its flag decides as before: without one, or with False, a layer that is trained is in inference mode, too.
    if not is_normalization(layer):
        return call(layer, *args, **options)
    with as_trainable(layer):
        return call(layer, *args, **options)


def is_normalization(layer):
    return type(layer).__name__.startswith("BatchNorm")


def is_trained(get, layer, args, options):
    return True if any(layer is each for each in inside) else get(layer)


if CHANGE.get("frozen"):
    for kind in keras_layers.classes():
        keras_layers.wrap(kind, "__call__", called)
        if isinstance(vars(kind).get("trainable"), property):
            keras_layers.wrap(kind, "trainable", is_trained)
else:
    training_flags.wrap(only_recorded if CHANGE.get("outside") else trained)
