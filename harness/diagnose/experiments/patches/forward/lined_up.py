"""(n,) with (n, 1) lined up: in the lines ``CHANGE["lines"]`` of the script the operand without the axis gets it."""

import sys

import tensorflow as tf

from _harness_preludes.behaviours import paired_ops
from _harness_preludes.scripts.lines import line_of


def line_up(name, x, y):
    one, two = paired_ops.shape_of(x), paired_ops.shape_of(y)
    if paired_ops.broadcasts_both_ways(one, two) and line_of(sys.argv[0]) in CHANGE["lines"]:
        if len(one) == 1 and len(two) == 2 and two[1] == 1:
            return tf.expand_dims(x, -1), y
        if len(two) == 1 and len(one) == 2 and one[1] == 1:
            return x, tf.expand_dims(y, -1)
    return x, y


paired_ops.intercept(line_up)
