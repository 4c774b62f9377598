"""Of each ``CHANGE["every"]`` updates that the script makes the first one is made, and the others are left out."""

import tensorflow as tf

from _harness_patches.tools import optimizer_pairs

every = CHANGE["every"]
made = [0]


def now_and_then(pairs, apply):
    if not hasattr(tf, "executing_eagerly") or not tf.executing_eagerly():
        raise RuntimeError("an update of a graph is made once and run whenever it is")
    made[0] += 1
    return apply() if made[0] % every == 1 else None


optimizer_pairs.hand(lambda pairs: pairs, now_and_then)
