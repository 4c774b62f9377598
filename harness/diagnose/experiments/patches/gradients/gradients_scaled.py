"""All gradients that the script asks for are ``CHANGE["factor"]`` times what they are; with ``CHANGE["handed"]`` those
that optimizers are handed, whatever the script made of them before, as a clipping."""

import functools

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import optimizer_pairs

factor = CHANGE["factor"]


def scaled(gradient):
    if gradient is None:
        return None
    if hasattr(gradient, "indices") and hasattr(gradient, "values"):
        return type(gradient)(gradient.values * factor, gradient.indices, gradient.dense_shape)
    return gradient * factor


def of_tape(gradient):
    @functools.wraps(gradient)
    def taken(self, *args, **options):
        found = gradient(self, *args, **options)
        return type(found)(map(scaled, found)) if isinstance(found, (list, tuple)) else scaled(found)

    return taken


def of_optimizer(compute):
    @functools.wraps(compute)
    def computed(self, *args, **options):
        return [(scaled(each), variable) for each, variable in compute(self, *args, **options)]

    return computed


if CHANGE.get("handed"):
    optimizer_pairs.hand(lambda pairs: [(scaled(each), variable) for each, variable in pairs])
elif hasattr(tf, "GradientTape"):
    tf.GradientTape.gradient = of_tape(tf.GradientTape.gradient)
if not CHANGE.get("handed"):
    v1.train.Optimizer.compute_gradients = of_optimizer(v1.train.Optimizer.compute_gradients)
