"""Layers that do one thing in training and another in inference: what flag their call was given."""

import inspect

from _harness_preludes.behaviours import keras_layers

NORMALIZATION = ("BatchNormalization", "BatchNormalizationBase", "BatchNormalizationV1", "BatchNormalizationV2")
NOISE = ("Dropout", "GaussianNoise", "GaussianDropout", "AlphaDropout", "BaseSpatialDropout", "SpatialDropout1D")


def wrap(around):
    """Have ``around(call, layer, args, options, flag)`` stand for the call of every such layer; the flag is a bool, or
    None where only the graph will know it."""
    for kind in keras_layers.classes():
        if kind.__name__ in NORMALIZATION + NOISE and "training" in _parameters(kind):
            keras_layers.wrap(kind, "call", _flagged(around))


def _parameters(kind):
    return inspect.signature(vars(kind)["call"]).parameters if "call" in vars(kind) else ()


def _flagged(around):
    def called(call, layer, args, options):
        given = inspect.signature(call).bind(layer, *args, **options).arguments.get("training")
        return around(call, layer, args, options, _flag(layer, given))

    return called


def _flag(layer, given):
    if given is None and keras_layers.is_recorded() and hasattr(layer, "_get_training_value"):
        given = layer._get_training_value(None)
    if given is None:
        return False
    return bool(given) if isinstance(given, (bool, int)) else None


def with_flag(call, layer, args, options, flag):
    """Call a layer's method with another flag."""
    bound = inspect.signature(call).bind(layer, *args, **options)
    bound.arguments["training"] = flag
    return call(*bound.args, **bound.kwargs)
