"""Behind each update the variables with the names ``CHANGE["variables"]`` are brought within ``CHANGE["bound"]``."""

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs

names, bound = set(CHANGE["variables"]), CHANGE["bound"]


def clipped(pairs, apply):
    variables = [variable for _, variable in pairs if optimizer_pairs.name_of(variable) in names]
    made = apply()
    if not hasattr(made, "graph") or tf.executing_eagerly():
        for variable in variables:
            variable.assign(tf.clip_by_value(variable, -bound, bound))
        return made
    with tf.control_dependencies([made]):
        later = [tf.clip_by_value(variable.read_value(), -bound, bound) for variable in variables]
        return tf.group(*[variable.assign(value) for variable, value in zip(variables, later)])


optimizer_pairs.hand(lambda pairs: pairs, clipped)
