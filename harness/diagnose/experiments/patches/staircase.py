"""Exponential decay has this ``staircase``, whatever the script says: in tf.keras and in tf.train."""

import functools
import inspect

import tensorflow.compat.v1 as v1

import patch_tools


def with_staircase(function):
    names = list(inspect.signature(function).parameters)

    @functools.wraps(function)
    def changed(*args, **options):
        # By name, all: a script may give it by its place.
        given = dict(zip(names, args))
        given.update(options, staircase=CHANGE["staircase"])
        return function(**given)

    return changed


patch_tools.replace(v1.train.exponential_decay, with_staircase(v1.train.exponential_decay))
schedule = patch_tools.keras_schedule("ExponentialDecay")
if schedule is not None:
    schedule.__init__ = with_staircase(schedule.__init__)
