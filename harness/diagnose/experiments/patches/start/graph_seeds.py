"""Every random op with a seed of its own starts its stream anew, as each op of a TF1 graph did.

``graph_seed`` is what is combined with it; without it the seed that the script set, else TF1's own, 87654321. With
``restart`` false no stream starts anew, and only the graph seed is another.
"""

from tensorflow.python.framework import ops, random_seed

try:
    from tensorflow.python.eager import context
except ImportError:
    context = None

graph_seed = CHANGE.get("graph_seed")
restart = CHANGE.get("restart", True)
is_eager = getattr(context, "executing_eagerly", lambda: False)
original = random_seed.get_seed


def get_seed(op_seed):
    if not is_eager():
        if graph_seed is not None:
            ops.get_default_graph().seed = graph_seed
        return original(op_seed)
    return anew(op_seed) if restart and op_seed is not None else going_on(op_seed)


def anew(op_seed):
    eager = context.context()
    # Before any seed is set, eager mode has no generator of its own.
    own = {name: value for name, value in vars(eager).items() if name in ("_seed", "_rng")}
    seed = own["_seed"] if graph_seed is None else graph_seed
    # Sets the seed, and with it forgets the op, which else would go on where it ended.
    context.set_global_seed(random_seed.DEFAULT_GRAPH_SEED if seed is None else seed)
    try:
        return original(op_seed)
    finally:
        vars(eager).update(own)


def going_on(op_seed):
    if graph_seed is not None and context.global_seed() != graph_seed:
        context.set_global_seed(graph_seed)
    return original(op_seed)


if graph_seed is None and not hasattr(context, "set_global_seed"):
    raise RuntimeError("this release has no eager mode with seeds")
random_seed.get_seed = get_seed
