"""A random op without a seed of its own has the number of the draws before it for one, from 0, where a seed was set for
all: as in a graph since 2.2. Before, the ops counted, drawn or not; eager mode goes on in one stream. ``graph_seed`` is
set for all in place of the script's own."""

from tensorflow.python.framework import ops, random_seed

try:
    from tensorflow.python.eager import context
except ImportError:
    context = None

is_eager = getattr(context, "executing_eagerly", lambda: False)
original = random_seed.get_seed
drawn = {}
graph_seed = CHANGE.get("graph_seed")


def get_seed(op_seed):
    if is_eager():
        if graph_seed is not None and context.global_seed() != graph_seed:
            context.set_global_seed(graph_seed)
        place, seed = None, context.global_seed()
    else:
        place = ops.get_default_graph()
        if graph_seed is not None:
            place.seed = graph_seed
        seed = place.seed
    if op_seed is None and seed is not None:
        op_seed = drawn.get(place, 0)
        drawn[place] = op_seed + 1
    return original(op_seed)


random_seed.get_seed = get_seed
