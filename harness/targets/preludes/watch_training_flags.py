"""Tells of layers that were called in inference mode while a GradientTape recorded them, and of frozen batch
normalization that was called with training=True: once for a layer."""

from _harness_preludes.behaviours import keras_layers, training_flags
from _harness_preludes.scripts.lines import line_of

told = set()


def tell(what, layer):
    if (what, id(layer)) not in told:
        told.add((what, id(layer)))
        kind = "normalization" if type(layer).__name__.startswith("BatchNorm") else "noise"
        line = line_of(SETTING["script"])
        SETTING["see"]("behaviour", {"what": what, "kind": kind, "layer": layer.name, "line": line})


def look(call, layer, args, options, flag):
    if keras_layers.is_recorded():
        tell("trained" if flag else "inference under a tape", layer) if flag is not None else None
    elif flag:
        tell("training outside of a tape", layer)
    # Layers of TF1 normalize by the batch all the same.
    if flag and type(layer).__name__.startswith("BatchNorm") and getattr(layer, "_USE_V2_BEHAVIOR", True):
        tell("frozen and training", layer) if not layer.trainable else None
    return call(layer, *args, **options)


training_flags.wrap(look)
