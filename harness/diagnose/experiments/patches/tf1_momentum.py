"""SGD of tf.keras as tf.train.MomentumOptimizer: v = m * v + g, w -= rate * v, the rate outside of the velocity."""

import tensorflow.compat.v1 as v1

import patch_tools
import tf1_adapter


def momentum(rate, given):
    if not given.get("momentum"):
        return v1.train.GradientDescentOptimizer(rate)
    return v1.train.MomentumOptimizer(rate, given["momentum"], use_nesterov=given.get("nesterov", False))


for kind in patch_tools.keras_classes("SGD"):
    tf1_adapter.as_tf1(kind, {"momentum", "nesterov"}, momentum)
