"""Averages of TensorFlow are not corrected for their start at zero: ``zero_debias=False`` whatever they are given."""

import functools

import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow.python.training import moving_averages

from _harness_preludes.scripts import public_names

average = moving_averages.assign_moving_average


@functools.wraps(average)
def as_it_is(variable, value, decay, zero_debias=True, name=None):
    return average(variable, value, decay, zero_debias=False, name=name)


moving_averages.assign_moving_average = as_it_is
public_names.replace(average, as_it_is)
for kind in {tf.train.ExponentialMovingAverage, v1.train.ExponentialMovingAverage}:
    make = kind.__init__

    def made(self, decay, num_updates=None, zero_debias=False, *args, _make=make, **options):
        _make(self, decay, num_updates, False, *args, **options)

    kind.__init__ = made
