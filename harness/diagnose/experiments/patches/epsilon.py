"""Optimizers of tf.keras have this ``epsilon`` where the script gives none."""

import functools
import inspect

import patch_tools

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
            options.setdefault("epsilon", CHANGE["epsilon"])
        made(self, *args, **options)

    kind.__init__ = init


for kind in patch_tools.keras_classes(*NAMES):
    give_epsilon(kind)
