"""Exponential decay has this ``staircase``, whatever the script says: in tf.keras and in tf.train."""

import functools
import inspect

import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names
from _harness_preludes.scripts import public_names


def with_staircase(function):
    names = list(inspect.signature(function).parameters)

    @functools.wraps(function)
    def changed(*args, **options):
        # By name, all: a script may give it by its place.
        given = dict(zip(names, args))
        given.update(options, staircase=CHANGE["staircase"])
        return function(**given)

    return changed


public_names.replace(v1.train.exponential_decay, with_staircase(v1.train.exponential_decay))
schedule = keras_names.keras_schedule("ExponentialDecay")
if schedule is not None:
    schedule.__init__ = with_staircase(schedule.__init__)
