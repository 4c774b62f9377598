"""Tells of regularizers: of weights that have one, of those that layers get when their weights exist already, and of
whoever asks for the losses that come of them."""

import functools
import sys

from tensorflow.python.framework import ops

from _harness_preludes.behaviours import keras_layers
from _harness_preludes.scripts.lines import line_of

_LOSSES = "regularization_losses"
told = set()


def tell(what, **rest):
    key = (what,) + tuple(sorted(rest.items()))
    if key not in told:
        told.add(key)
        SETTING["see"]("behaviour", dict(rest, what=what))


def weight_added(add, layer, args, options):
    if options.get("regularizer") is not None:
        tell("regularizer kept", by="layer")
    return add(layer, *args, **options)


def losses_read(get, layer, args, options):
    found = get(layer)
    if found:
        tell("regularization read", by="layer", line=line_of(SETTING["script"]))
    return found


def attribute_set(put, layer, args, options):
    name, value = args
    late = name.endswith("_regularizer") and name != "activity_regularizer" and value is not None
    if late and getattr(layer, "built", False) and getattr(layer, name[: -len("_regularizer")], None) is not None:
        tell("regularizer late", layer=layer.name, name=name, line=line_of(SETTING["script"]))
    return put(layer, *args, **options)


for kind in keras_layers.classes():
    keras_layers.wrap(kind, "add_weight", weight_added)
    keras_layers.wrap(kind, "add_variable", weight_added)
    keras_layers.wrap(kind, "losses", losses_read)
    keras_layers.wrap(kind, "__setattr__", attribute_set)


def collected(add):
    @functools.wraps(add)
    def added(self, name, value):
        if name == _LOSSES:
            tell("regularizer kept", by="collection")
        return add(self, name, value)

    return added


def is_of_layers():
    """Whether tf.layers asks, which looks what it has put there already."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_name != "_add_elements_to_collection":
        frame = frame.f_back
    return frame is not None


def asked(get):
    @functools.wraps(get)
    def got(self, name, *args, **options):
        found = get(self, name, *args, **options)
        if name == _LOSSES and found and not is_of_layers():
            tell("regularization read", by="collection", line=line_of(SETTING["script"]))
        return found

    return got


ops.Graph.add_to_collection = collected(ops.Graph.add_to_collection)
for name in ("get_collection", "get_collection_ref"):
    setattr(ops.Graph, name, asked(getattr(ops.Graph, name)))
