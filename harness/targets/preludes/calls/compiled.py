"""What a model is compiled with by name, or as a function: the loss and the accuracy, which no line of the script calls
itself."""

import inspect
import re

import tensorflow as tf

_OF_KERAS = re.compile(r"(keras|tf_keras|tensorflow|tensorflow_core)(\.|$)")
_SHORT = {"mse": "mean_squared_error", "mae": "mean_absolute_error"}
_ENTROPY = {"from_logits": False, "label_smoothing": 0.0}
# Of each loss that scripts call, too, its kind, its class and the settings that it has by name.
_LOSSES = {
    "mean_squared_error": ("mean_squared_error", "MeanSquaredError", {}),
    "mean_absolute_error": ("absolute_error", "MeanAbsoluteError", {}),
    "huber": ("huber", "Huber", {"delta": 1.0}),
    "hinge": ("hinge", "Hinge", {}),
    "binary_crossentropy": ("sigmoid_crossentropy", "BinaryCrossentropy", _ENTROPY),
    "categorical_crossentropy": ("softmax_crossentropy", "CategoricalCrossentropy", _ENTROPY),
    "sparse_categorical_crossentropy": ("softmax_crossentropy", "SparseCategoricalCrossentropy", _ENTROPY),
}
_ACCURACIES = ("accuracy", "acc", "binary_accuracy")


def compiled(arguments):
    """Give the kinds and settings of the loss that a model is compiled with by name, and of an accuracy by name where
    the loss is one of two classes."""
    found = []
    name = _name_of(arguments.get("loss"))
    if name is not None:
        found.append((_LOSSES[name][0], dict(_LOSSES[name][2])))
    if _is_binary(arguments.get("loss")) and any(_is_accuracy(each) for each in _listed(arguments.get("metrics"))):
        found.append(("accuracy", {"threshold": 0.5}))
    return found


def swap_of(call, name, value):
    """Give the swap that compiles a model with this setting of its loss, or of its accuracy. Raises RuntimeError where
    this release has no class of that loss."""
    if name == "threshold":
        metrics = [_thresholded(each, value) for each in _listed(call.arguments.get("metrics"))]
        return _with(metrics=metrics)
    kind = getattr(tf.keras.losses, _LOSSES[_name_of(call.arguments["loss"])][1], None)
    if kind is None or name not in inspect.signature(kind).parameters:
        raise RuntimeError("no loss of this release has a setting %s" % name)
    return _with(loss=kind(**{name: value}))


def _with(**other):
    def swap(original):
        def compile_with(self, *args, **named):
            bound = inspect.signature(original).bind(self, *args, **named)
            bound.arguments.update(other)
            return original(*bound.args, **bound.kwargs)

        return compile_with

    return swap


def _name_of(loss):
    if isinstance(loss, (list, tuple)) and len(loss) == 1:
        loss = loss[0]
    if inspect.isfunction(loss) and _OF_KERAS.match(loss.__module__ or ""):
        loss = loss.__name__
    if not isinstance(loss, str):
        return None
    name = _SHORT.get(loss.lower(), loss)
    return name if name in _LOSSES else None


def _is_binary(loss):
    return _name_of(loss) == "binary_crossentropy" or type(loss).__name__ == "BinaryCrossentropy"


def _listed(metrics):
    return list(metrics) if isinstance(metrics, (list, tuple)) else [] if metrics is None else [metrics]


def _is_accuracy(metric):
    return isinstance(metric, str) and metric in _ACCURACIES


def _thresholded(metric, threshold):
    return tf.keras.metrics.BinaryAccuracy(metric, threshold=threshold) if _is_accuracy(metric) else metric
