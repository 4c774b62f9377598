"""Optimizers of Keras take the rates ``CHANGE["rates"]``, one for each step, whatever rate they are given or are set to
later."""

import functools

import tensorflow as tf

from _harness_patches.tools import keras_names

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


def unsettable(kind):
    """A class whose rate the script sets in vain: Keras refuses it where a schedule is at work."""
    owner = next((each for each in kind.__mro__ if isinstance(vars(each).get("learning_rate"), property)), None)
    if owner is not None:
        owner.learning_rate = owner.learning_rate.setter(lambda self, rate: None)
        return
    set_any = kind.__setattr__

    def setting(self, name, value):
        # Up to 2.10 all settings go this way; the constructor itself sets the schedule.
        if name in ("learning_rate", "lr") and not isinstance(value, Given):
            return None
        return set_any(self, name, value)

    kind.__setattr__ = setting


for kind in keras_names.keras_classes("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam"):
    kind.__init__ = given(kind.__init__)
    unsettable(kind)
