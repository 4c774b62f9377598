"""Tells of calls of Keras' fit and evaluate, and of what they are fed: once for a line of the script."""

import functools
import sys

from _harness_preludes.behaviours import keras_layers
from _harness_preludes.scripts.lines import line_of

_MODELS = (
    ("keras.src.backend.tensorflow.trainer", "TensorFlowTrainer"),
    ("keras.src.engine.training", "Model"),
    ("keras.engine.training", "Model"),
    ("tensorflow.python.keras.engine.training", "Model"),
    ("tensorflow.python.keras.engine.training_v1", "Model"),
    ("tensorflow.python.keras._impl.keras.engine.training", "Model"),
)
told = set()


def fed_of(data):
    if hasattr(data, "__array__") or isinstance(data, (list, tuple, dict)):
        return "arrays"
    return "dataset"


def watched(name, call):
    @functools.wraps(call)
    def called(self, x=None, *args, **options):
        line = line_of(SETTING["script"])
        if (name, line) not in told:
            told.add((name, line))
            data = options.get("generator", x)
            SETTING["see"]("behaviour", {"what": "fit", "call": name, "fed": fed_of(data), "line": line})
        return call(self, *((x,) + args if x is not None or args else ()), **options)

    return called


keras_layers.load()
for module, kind in _MODELS:
    model = getattr(sys.modules.get(module), kind, None)
    for name in ("fit", "evaluate", "fit_generator", "evaluate_generator"):
        if model is not None and name in vars(model):
            setattr(model, name, watched(name, vars(model)[name]))
