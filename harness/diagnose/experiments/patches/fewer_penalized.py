"""``tf.nn.l2_loss`` of some variables is nothing: ``CHANGE["variables"]`` are their names."""

import functools

import optimizer_pairs
import tensorflow as tf

import patch_tools

names = set(CHANGE["variables"])
original = tf.nn.l2_loss


@functools.wraps(original)
def of_others(t, *args, **options):
    found = original(t, *args, **options)
    is_one = hasattr(t, "name") and optimizer_pairs.name_of(t) in names
    return 0.0 * found if is_one else found


patch_tools.replace(original, of_others)
