"""``tf.nn.l2_loss`` of some variables is nothing: ``CHANGE["variables"]`` are their names."""

import functools

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs
from _harness_preludes.scripts import public_names

names = set(CHANGE["variables"])
original = tf.nn.l2_loss


@functools.wraps(original)
def of_others(t, *args, **options):
    found = original(t, *args, **options)
    is_one = hasattr(t, "name") and optimizer_pairs.name_of(t) in names
    return 0.0 * found if is_one else found


public_names.replace(original, of_others)
