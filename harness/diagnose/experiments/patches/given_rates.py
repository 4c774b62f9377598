"""Optimizers of Keras take the rates ``CHANGE["rates"]``, one for each step, whatever rate they are given."""

import functools

import tensorflow as tf

import patch_tools

schedules = getattr(tf.keras.optimizers, "schedules", None)
if not hasattr(schedules, "LearningRateSchedule"):
    raise RuntimeError("TensorFlow %s has no schedules of tf.keras" % tf.__version__)


class Given(schedules.LearningRateSchedule):
    def __call__(self, step):
        rates = tf.constant(CHANGE["rates"], tf.float32)
        return tf.gather(rates, tf.minimum(tf.cast(step, tf.int32), len(CHANGE["rates"]) - 1))

    def get_config(self):
        return {}


def given(make):
    @functools.wraps(make)
    def made(self, learning_rate=None, *args, **options):
        options.pop("lr", None)
        return make(self, Given(), *args, **options)

    return made


for kind in patch_tools.keras_classes("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam"):
    kind.__init__ = given(kind.__init__)
