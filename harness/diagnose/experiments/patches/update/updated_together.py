"""Copies of one variable are updated by the sum of their gradients: ``CHANGE["groups"]`` are the names of each."""

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs

groups = [set(names) for names in CHANGE["groups"]]


def together(pairs):
    names = [optimizer_pairs.name_of(variable) for _, variable in pairs]
    changed = []
    for (gradient, variable), name in zip(pairs, names):
        group = next((each for each in groups if name in each), ())
        parts = [each for (each, _), other in zip(pairs, names) if other in group and each is not None]
        whole = tf.add_n([tf.convert_to_tensor(each) for each in parts]) if len(parts) > 1 else gradient
        changed.append((whole, variable))
    return changed


optimizer_pairs.hand(together)
