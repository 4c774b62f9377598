"""tf.reduce_sum gives the mean; with ``reverse`` tf.reduce_mean gives the sum."""

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_preludes.scripts import public_names

for one in (tf, v1):
    wrong, right = one.reduce_sum, one.reduce_mean
    if CHANGE.get("reverse"):
        wrong, right = right, wrong
    public_names.replace(wrong, right)
