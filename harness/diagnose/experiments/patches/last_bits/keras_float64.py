"""Layers of Keras compute in float64, and cast nothing that is float64 down."""

import tensorflow as tf

tf.keras.backend.set_floatx("float64")
