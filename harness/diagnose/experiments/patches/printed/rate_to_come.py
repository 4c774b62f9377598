"""optimizer.learning_rate is what a schedule says of the step to come, as in Keras 3 and before TensorFlow 2.11."""

import tensorflow as tf

kind = next(each for each in tf.keras.optimizers.Optimizer.__mro__ if "learning_rate" in vars(each))
own = vars(kind)["learning_rate"]


def to_come(self):
    rate = getattr(self, "_learning_rate", None)
    if isinstance(rate, tf.keras.optimizers.schedules.LearningRateSchedule):
        return rate(self.iterations)
    return own.fget(self)


kind.learning_rate = property(to_come, own.fset)
