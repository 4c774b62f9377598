"""GELU is ``approximate``, or not, wherever it is called: by a script, and by the layers and activations of Keras."""

import tensorflow as tf

from _harness_preludes.behaviours import keras_layers
from _harness_preludes.scripts import public_names

# What Keras has of it is there to be replaced.
keras_layers.load()
original = getattr(tf.nn, "gelu", None)
if original is None:
    raise RuntimeError("TensorFlow %s has no tf.nn.gelu" % tf.__version__)


def gelu(features, approximate=False, name=None):
    return original(features, approximate=CHANGE["approximate"], name=name)


public_names.replace(original, gelu)
