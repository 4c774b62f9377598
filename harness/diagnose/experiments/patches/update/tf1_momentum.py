"""SGD of tf.keras as tf.train.MomentumOptimizer: v = m * v + g, w -= rate * v, the rate outside of the velocity."""

import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names, tf1_adapter


def momentum(rate, given):
    if not given.get("momentum"):
        return v1.train.GradientDescentOptimizer(rate)
    return v1.train.MomentumOptimizer(rate, given["momentum"], use_nesterov=given.get("nesterov", False))


for kind in keras_names.keras_classes("SGD"):
    tf1_adapter.as_tf1(kind, {"momentum", "nesterov"}, momentum)
