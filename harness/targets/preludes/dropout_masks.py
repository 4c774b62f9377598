"""Has the k-th dropout of a graph of TensorFlow 1 and the k-th of each function of a port drop the same elements.

A dropout that has no seed is given one by its place among the dropouts alone, for ports draw what their variables begin
with by fewer ops, or by others. In a graph a dropout is one op, which goes on where its last run ended, whoever ran it.
In a port several functions have it, an op in each: there the mask is drawn from a state that the place has, by the
same generator, which goes on as far as that of the op does: 256 blocks an element (random_op.cc).
"""

import sys

from tensorflow.python.framework import dtypes, ops, random_seed
from tensorflow.python.ops import array_ops, math_ops, random_ops
from tensorflow.python.ops import gen_resource_variable_ops as handles

try:
    from tensorflow.python.eager import context
except ImportError:
    context = None
try:
    from tensorflow.python.ops import gen_stateless_random_ops_v2 as stateless
except ImportError:
    stateless = None

FIRST = 1 << 20
PHILOX = 1
SKIPPED = 256
plain = random_ops.random_uniform
is_eager = getattr(context, "executing_eagerly", lambda: False)
outside = getattr(ops, "executing_eagerly_outside_functions", lambda: False)
following, states = {}, {}


def around(graph):
    """Give a graph and those around it: bodies of loops, branches and functions are traced within others."""
    yield graph
    while hasattr(getattr(graph, "outer_graph", None), "outer_graph"):
        graph = graph.outer_graph
        yield graph


def called_in(graph):
    """Give the graphs of the functions that were traced before, and are called in a graph."""
    for op in graph.get_operations():
        if op.type.endswith("PartitionedCall"):
            function = graph._get_function(op.get_attr("f").name)
            if getattr(function, "graph", None) is not None:
                yield function.graph


def place_in(graph):
    """Give the place of a dropout: behind all that its graph, those around it and the functions called there have."""
    graphs = list(around(graph))
    more = [each for one in graphs for each in called_in(one)] if outside() else []
    place = max(following.get(each, 0) for each in graphs + more)
    following.update((each, place + 1) for each in graphs)
    return place


def state_of(place):
    """Give the handle of a variable, made by its ops: a function may make no variables when it is traced again."""
    if place not in states:
        with ops.init_scope():
            states[place] = handles.var_handle_op(dtypes.int64, [], shared_name="dropout_mask_%d" % place)
            handles.assign_variable_op(states[place], array_ops.zeros([], dtypes.int64))
    return states[place]


def going_on(place, shape, seeds, dtype):
    """Draw as the op would that has been run as often as the state says."""
    state = state_of(place)
    shape = math_ops.cast(ops.convert_to_tensor(shape), dtypes.int32)
    begins = handles.read_variable_op(state, dtypes.int64)
    with ops.control_dependencies([begins]):
        handles.assign_add_variable_op(state, SKIPPED * math_ops.cast(math_ops.reduce_prod(shape), dtypes.int64))
    counter = [array_ops.reshape(math_ops.cast(begins, dtypes.uint64), [1]), math_ops.cast([seeds[1]], dtypes.uint64)]
    key = math_ops.cast([seeds[0]], dtypes.uint64)
    return stateless.stateless_random_uniform_v2(shape, key, array_ops.concat(counter, 0), PHILOX, dtype=dtype)


def random_uniform(shape, minval=0, maxval=None, dtype=dtypes.float32, seed=None, name=None):
    caller = sys._getframe(1).f_code
    if not caller.co_filename.endswith("nn_ops.py") or "dropout" not in caller.co_name:
        return plain(shape, minval, maxval, dtype, seed, name)
    if is_eager():
        return plain(shape, minval, maxval, dtype, seed, name)
    place = place_in(ops.get_default_graph())
    seed = FIRST + place if seed is None else seed
    if not outside() or stateless is None:
        return plain(shape, minval, maxval, dtype, seed, name)
    return going_on(place, shape, random_seed.get_seed(seed), dtype)


random_ops.random_uniform = random_uniform
