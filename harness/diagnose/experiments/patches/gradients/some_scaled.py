"""Of some variables the gradients are ``CHANGE["factor"]`` times what they are, or with ``CHANGE["moves"]`` how far an
update moves them is: ``CHANGE["variables"]`` are their names."""

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs

names, factor = set(CHANGE["variables"]), CHANGE["factor"]


def scaled(pairs):
    return [
        (gradient, variable)
        if gradient is None or optimizer_pairs.name_of(variable) not in names
        else (
            times(gradient),
            variable,
        )
        for gradient, variable in pairs
    ]


def times(gradient):
    if hasattr(gradient, "indices") and hasattr(gradient, "values"):
        return type(gradient)(gradient.values * factor, gradient.indices, gradient.dense_shape)
    return gradient * factor


def moved(pairs, apply):
    if not hasattr(tf, "executing_eagerly") or not (
        tf.executing_eagerly() or hasattr(tf.compat.v1.get_default_graph(), "outer_graph")
    ):
        raise RuntimeError("a graph of TF1 leaves open when a variable is read")
    some = [variable for _, variable in pairs if optimizer_pairs.name_of(variable) in names]
    before = [tf.identity(tf.convert_to_tensor(variable)) for variable in some]
    result = apply()
    for variable, was in zip(some, before):
        variable.assign(was + factor * (tf.convert_to_tensor(variable) - was))
    return result


if CHANGE["moves"]:
    optimizer_pairs.hand(lambda pairs: pairs, moved)
else:
    optimizer_pairs.hand(scaled)
