"""The decays of tf.keras and tf.train are computed in float64, as Python does, and rounded to float32 once."""

import inspect
import math

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names
from _harness_preludes.scripts import public_names

SCHEDULES = {
    "exponential_decay": "ExponentialDecay",
    "inverse_time_decay": "InverseTimeDecay",
    "polynomial_decay": "PolynomialDecay",
    "cosine_decay": "CosineDecay",
}


def wide(value):
    # tf.cast would make a Python number a float32 first.
    return tf.constant(value, tf.float64) if isinstance(value, (int, float)) else tf.cast(value, tf.float64)


def turns(given, step):
    parts = wide(step) / wide(given["decay_steps"])
    return tf.floor(parts) if given.get("staircase") else parts


def decayed(name, rate, step, given):
    if given.get("cycle") or given.get("warmup_steps"):
        raise RuntimeError("a %s with cycles or a warm-up is not computed in float64 here" % name)
    rate = wide(rate)
    if name == "exponential_decay":
        rate *= tf.pow(wide(given["decay_rate"]), turns(given, step))
    elif name == "inverse_time_decay":
        rate /= 1 + wide(given["decay_rate"]) * turns(given, step)
    else:
        done = tf.minimum(turns(given, step), wide(1.0))
        if name == "cosine_decay":
            alpha = wide(given["alpha"])
            rate *= (1 - alpha) * 0.5 * (1 + tf.cos(math.pi * done)) + alpha
        else:
            end = wide(given["end_learning_rate"])
            rate = (rate - end) * tf.pow(1 - done, wide(given["power"])) + end
    return tf.cast(rate, tf.float32)


def as_function(name, old):
    parameters = inspect.signature(old).parameters

    def decay(*args, **options):
        given = {key: parameter.default for key, parameter in parameters.items()}
        given.update(zip(parameters, args))
        given.update(options)

        def now():
            return decayed(name, given["learning_rate"], given["global_step"], given)

        return now if is_eager() else now()

    return decay


def as_schedule(name):
    def call(self, step):
        return decayed(name, self.initial_learning_rate, step, vars(self))

    return call


is_eager = getattr(tf, "executing_eagerly", lambda: False)
for name, keras in SCHEDULES.items():
    old = getattr(v1.train, name, None)
    if old is not None:
        public_names.replace(old, as_function(name, old))
    schedule = keras_names.keras_schedule(keras)
    if schedule is not None:
        schedule.__call__ = as_schedule(name)
