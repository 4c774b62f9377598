"""Every random op with a seed of its own starts its stream anew, as each op of a TF1 graph did.

``graph_seed`` is what is combined with it: else the seed that the script set, else TF1's own, 87654321.
"""

from tensorflow.python.eager import context
from tensorflow.python.framework import random_seed

_get_seed = random_seed.get_seed


def get_seed(op_seed):
    if op_seed is None or not context.executing_eagerly():
        return _get_seed(op_seed)
    eager = context.context()
    own = eager._seed, eager._rng
    seed = CHANGE.get("graph_seed", own[0])
    # Sets the seed, and with it forgets the op, which else would go on where it ended.
    context.set_global_seed(random_seed.DEFAULT_GRAPH_SEED if seed is None else seed)
    try:
        return _get_seed(op_seed)
    finally:
        eager._seed, eager._rng = own


if not hasattr(context, "set_global_seed"):
    raise RuntimeError("this release has no eager mode with seeds")
random_seed.get_seed = get_seed
