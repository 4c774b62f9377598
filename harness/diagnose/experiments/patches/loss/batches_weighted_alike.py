"""Keras' means over the batches of fit and evaluate, a short last batch counted as much as a full one, as TF1 did for
data sets: of the loss or, with ``CHANGE["all"]``, of the metrics as well; with ``CHANGE["arrays"]`` for arrays, too."""

import functools
import sys

import tensorflow as tf

from _harness_preludes.behaviours import keras_layers

_MODELS = (
    ("keras.src.backend.tensorflow.trainer", "TensorFlowTrainer"),
    ("keras.src.engine.training", "Model"),
    ("keras.engine.training", "Model"),
    ("tensorflow.python.keras.engine.training", "Model"),
)
_MEANS = (
    ("keras.src.metrics.reduction_metrics", "Mean"),
    ("keras.src.metrics.base_metric", "Mean"),
    ("keras.src.metrics.base_metric", "Reduce"),
    ("keras.metrics", "Mean"),
    ("tensorflow.python.keras.metrics", "Reduce"),
)
counted = []


def is_array(data):
    return hasattr(data, "__array__") or isinstance(data, (list, tuple, dict))


def alike(call):
    @functools.wraps(call)
    def called(self, x=None, *args, **options):
        now = CHANGE.get("arrays") or not is_array(x)
        outermost = not counted  # fit evaluates what it is given for validation, and goes on with its own function
        counted.append(now)
        if outermost:
            forget_functions(self)
        try:
            return call(self, x, *args, **options)
        finally:
            counted.pop()
            if outermost:
                forget_functions(self)

    return called


def forget_functions(model):
    model.train_function = model.test_function = None


def once_a_batch(update):
    @functools.wraps(update)
    def updated(self, values, sample_weight=None):
        if counted and counted[-1] and (CHANGE.get("all") or self.name == "loss"):
            return update(self, tf.reduce_mean(tf.cast(values, tf.float32)))
        return update(self, values, sample_weight)

    return updated


keras_layers.load()
models = [getattr(sys.modules.get(module), name, None) for module, name in _MODELS]
models = [each for each in dict.fromkeys(models) if hasattr(each, "make_test_function")]
if not models:
    raise RuntimeError("Keras has no fit here that weights batches by their size")
for model in models:
    for name in ("fit", "evaluate"):
        if name in vars(model):
            setattr(model, name, alike(vars(model)[name]))
means = [getattr(sys.modules.get(module), name, None) for module, name in _MEANS]
for mean in [each for each in dict.fromkeys(means) if each is not None and "update_state" in vars(each)]:
    mean.update_state = once_a_batch(mean.update_state)
