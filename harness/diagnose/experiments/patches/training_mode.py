"""Batch normalization in training mode wherever a tape records it; with ``CHANGE["frozen"]`` a frozen layer, too, as in
TF1, wherever it is called with training=True."""

import contextlib

import keras_layers
import training_flags

inside = []


@contextlib.contextmanager
def as_trainable(layer):
    inside.append(layer)
    try:
        yield
    finally:
        inside.pop()


def trained(call, layer, args, options, flag):
    if not type(layer).__name__.startswith("BatchNorm"):
        return call(layer, *args, **options)
    if CHANGE.get("frozen"):
        if not flag:
            return call(layer, *args, **options)
        with as_trainable(layer):
            return call(layer, *args, **options)
    if flag is False and keras_layers.is_recorded():
        return training_flags.with_flag(call, layer, args, options, True)
    return call(layer, *args, **options)


training_flags.wrap(trained)
if CHANGE.get("frozen"):
    for kind in keras_layers.classes():
        if "trainable" in vars(kind):
            keras_layers.wrap(
                kind,
                "trainable",
                lambda get, layer, args, options: True if any(layer is each for each in inside) else get(layer),
            )
