"""What callbacks are told at the end of a batch, of that batch alone, as before 2.2: since then Keras tells the mean of
the epoch so far."""

import functools
import sys

from _harness_preludes.behaviours import keras_layers

_LISTS = (
    "keras.src.callbacks.callback_list",
    "keras.src.callbacks",
    "keras.callbacks",
    "tensorflow.python.keras.callbacks",
)
before = {}


def means(metrics):
    """All means among metrics, those inside of others as well, by name."""
    found = {}
    for metric in metrics:
        if hasattr(metric, "total") and hasattr(metric, "count"):
            found[metric.name] = metric
        found.update(means(getattr(metric, "_flattened_metrics", None) or getattr(metric, "metrics", None) or ()))
    return found


def of_batch(model, logs):
    logs = dict(logs or {})
    for name, mean in means(model.metrics).items():
        total, count = float(mean.total), float(mean.count)
        was_total, was_count = before.get((id(model), name), (0.0, 0.0))
        if count <= was_count:
            was_total = was_count = 0.0
        if name in logs and count > was_count:
            logs[name] = (total - was_total) / (count - was_count)
        before[id(model), name] = total, count
    return logs


def told(end):
    @functools.wraps(end)
    def ended(self, batch, logs=None):
        return end(self, batch, of_batch(self.model, logs) if getattr(self, "model", None) is not None else logs)

    return ended


def told_anew(begin):
    @functools.wraps(begin)
    def began(self, *args, **options):
        before.clear()
        return begin(self, *args, **options)

    return began


keras_layers.load()
lists = [getattr(sys.modules.get(name), "CallbackList", None) for name in _LISTS]
kind = next((each for each in lists if hasattr(each, "on_train_batch_end")), None)
if kind is None:
    raise RuntimeError("Keras has no list of callbacks here that is told the mean of the epoch")
kind.on_train_batch_end = told(kind.on_train_batch_end)
kind.on_epoch_begin = told_anew(kind.on_epoch_begin)
