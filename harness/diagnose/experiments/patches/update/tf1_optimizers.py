"""The optimizer ``name`` of tf.keras is that of tf.train: its formula, its epsilon where the script gives none, or the
``epsilon`` that is given here (with ``given`` also in place of the script's own), its first accumulators. With
``legacy`` it is tf.keras.optimizers.legacy's instead, the one of before 2.11."""

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names, tf1_adapter
from _harness_preludes.scripts import public_names

# What tf.train calls the options of tf.keras.
OPTIMIZERS = {
    "SGD": ("GradientDescentOptimizer", {}),
    "Adam": ("AdamOptimizer", {"beta_1": "beta1", "beta_2": "beta2", "epsilon": "epsilon"}),
    "RMSprop": (
        "RMSPropOptimizer",
        {"rho": "decay", "momentum": "momentum", "epsilon": "epsilon", "centered": "centered"},
    ),
    "Adagrad": ("AdagradOptimizer", {"initial_accumulator_value": "initial_accumulator_value"}),
    "Adadelta": ("AdadeltaOptimizer", {"rho": "rho", "epsilon": "epsilon"}),
    "Ftrl": (
        "FtrlOptimizer",
        {
            name: name
            for name in (
                "learning_rate_power",
                "initial_accumulator_value",
                "l1_regularization_strength",
                "l2_regularization_strength",
                "l2_shrinkage_regularization_strength",
            )
        },
    ),
}


class Ftrl(v1.train.FtrlOptimizer):
    """The one optimizer of tf.train that does not call its rate."""

    def _prepare(self):
        rate = self._learning_rate
        self._learning_rate = rate()
        super(Ftrl, self)._prepare()
        self._learning_rate = rate


def adapt(name):
    theirs, options = OPTIMIZERS[name]
    # Where tf.train's own default is another: that of tf.keras is the one that the script relies on.
    defaults = dict({"Adadelta": {"rho": 0.95}, "RMSprop": {"rho": 0.9}}.get(name, {}))
    if "epsilon" in CHANGE:
        defaults["epsilon"] = CHANGE["epsilon"]

    def make(rate, given):
        values = dict(defaults, **given)
        if CHANGE.get("given"):
            values["epsilon"] = CHANGE["epsilon"]
        kind = Ftrl if name == "Ftrl" else getattr(v1.train, theirs)
        return kind(rate, **{options[option]: value for option, value in values.items()})

    for kind in keras_names.keras_classes(name):
        tf1_adapter.as_tf1(kind, set(options), make)


name = CHANGE["name"]
if CHANGE.get("legacy"):
    legacy = getattr(getattr(tf.keras.optimizers, "legacy", None), name, None)
    new = getattr(tf.keras.optimizers, name, None)
    if not isinstance(legacy, type) or not hasattr(legacy, "_decayed_lr"):
        raise RuntimeError("TensorFlow %s has no tf.keras.optimizers.legacy.%s" % (tf.__version__, name))
    public_names.replace(new, legacy)
elif name in OPTIMIZERS:
    adapt(name)
else:
    raise RuntimeError("there is no optimizer of tf.train to stand in for tf.keras.optimizers.%s" % name)
