"""Methods of data sets, losses and models: what the script calls of them, and where each setting is among their
arguments."""

import inspect

from _harness_preludes.calls import wrapping
from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always

_SIZED = {"size": "batch_size", "drop_remainder": ("drop_remainder", Always(False))}
_METHODS = (
    ("tf.data.Dataset", "batch", Row("batch", "", settings=_SIZED)),
    ("tf.data.Dataset", "padded_batch", Row("batch", "", settings=_SIZED)),
    (
        "tf.data.Dataset",
        "shuffle",
        Row("shuffle", "", buffer="buffer_size", reshuffle=("reshuffle_each_iteration", Always(True))),
    ),
    ("tf.data.Dataset", "cache", Row("cache", "")),
    ("tf.data.Dataset", "repeat", Row("repeat", "", count=("count", Always(-1)))),
    ("tf.data.Dataset", "take", Row("take", "", count="count")),
    ("tf.data.Dataset", "skip", Row("skip", "", count="count")),
    ("tf.keras.losses.Loss", "__call__", Row("loss_call", "")),
    ("tf.keras.Model", "compile", Row("compile", "")),
    ("tf.keras.Model", "fit", Row("fit", "", size="batch_size", shuffle="shuffle")),
    ("tf.keras.Model", "train_on_batch", Row("train_on_batch", "")),
)


def wrap(script, look, most=None):
    """Have ``look(call)`` see every call that the script itself makes of these, as ``wrapping.wrap_all`` does."""
    with_keras = wrapping.keras_is_loaded()
    for path, name, row in _METHODS:
        for owner in _owners(path, with_keras):
            if name in vars(owner) and not getattr(vars(owner)[name], "is_looked_at", False):
                method = vars(owner)[name]
                symbol = path if name == "__call__" else path + "." + name
                wrapped = wrapping.around(method, symbol, row, script, look, most)
                wrapped.is_looked_at = True
                setattr(owner, name, wrapped)


def _owners(path, with_keras):
    """The classes by which scripts reach a method, and those that they inherit it from."""
    found = []
    for way in (path, path.replace("tf.", "tf.compat.v1.", 1), path.replace("tf.", "tf.compat.v2.", 1)):
        kind = wrapping.find(way, with_keras)
        if inspect.isclass(kind):
            found += [each for each in kind.__mro__ if each is not object and each not in found]
    return found
