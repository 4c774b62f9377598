"""Seeds for a script that sets none: Python's, NumPy's and TensorFlow's, before its first line.

A script that sets its own keeps them, for it does so later. ``SETTING["seed"]`` is the number. A random op without a
seed of its own has the number of the draws before it for one, on every release, as a graph has it since 2.2: else one
script would start elsewhere on each. Keras' own generator, since 2.10, is seeded by Python's.
"""

import random
import sys

import numpy
from tensorflow.python.framework import ops, random_seed

try:
    from tensorflow.python.eager import context
except ImportError:
    context = None

seed = SETTING["seed"]
is_eager = getattr(context, "executing_eagerly", lambda: False)
original = random_seed.get_seed
drawn = {}


def get_seed(op_seed):
    if op_seed is None and sys._getframe(1).f_code.co_filename.endswith("datasets/mnist.py"):
        return seed, None  # asked for NumPy's sake, not for an op that would be counted
    graph = None if is_eager() else ops.get_default_graph()
    own = context.global_seed() if graph is None else graph.seed
    if own is None:
        own = seed
        if graph is None:
            context.set_global_seed(seed)
        else:
            graph.seed = seed
    if op_seed is None and own == seed:
        op_seed = drawn.get(graph, 0)
        drawn[graph] = op_seed + 1
    return original(op_seed)


if is_eager():
    context.set_global_seed(seed)
else:
    ops.get_default_graph().seed = seed
random.seed(seed)
numpy.random.seed(seed)
random_seed.get_seed = get_seed
