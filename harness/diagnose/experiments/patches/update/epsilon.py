"""Optimizers of tf.keras have this ``epsilon`` where the script gives none; with ``given`` also where it does."""

import functools
import inspect

from _harness_patches.tools import keras_names

NAMES = ("Adam", "RMSprop", "Adagrad", "Adadelta", "Adamax", "Nadam", "AdamW")


def give_epsilon(kind):
    made = kind.__init__
    parameters = list(inspect.signature(made).parameters)
    if "epsilon" not in parameters:
        return
    place = parameters.index("epsilon")

    @functools.wraps(made)
    def init(self, *args, **options):
        if len(args) < place:  # without self
            if CHANGE.get("given"):
                options.pop("epsilon", None)
            options.setdefault("epsilon", CHANGE["epsilon"])
        elif CHANGE.get("given"):
            args = args[: place - 1] + (CHANGE["epsilon"],) + args[place:]
        made(self, *args, **options)

    kind.__init__ = init


for kind in keras_names.keras_classes(*NAMES):
    give_epsilon(kind)
