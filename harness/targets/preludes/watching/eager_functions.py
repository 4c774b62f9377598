"""Steps in functions: one op more tells of a step, wherever the function is run."""

import threading

import numpy
from tensorflow.python.eager import context
from tensorflow.python.framework import constant_op, ops
from tensorflow.python.ops import script_ops

from _harness_preludes.graphs.ops import ops_behind
from _harness_preludes.watching.forward import chain
from _harness_preludes.watching.reduce import dense

try:
    from tensorflow.python.framework import op_callbacks
except ImportError:
    op_callbacks = None
try:
    from tensorflow.python.ops import cond
except ImportError:
    from tensorflow.python.ops import control_flow_ops as cond

# ``calling`` is the outermost function that is called, ``compiled`` says that one compiled by XLA is called or traced.
here = threading.local()
_own_ops = {}


# 1.5 and 1.6 have the older name alone.
is_eager = getattr(context, "executing_eagerly", None) or context.in_eager_mode


def in_function():
    """Whether a function is being traced."""
    return not is_eager() and hasattr(ops.get_default_graph(), "outer_graph")


def op_of_step(eager, optimizer, pairs, loss, asked=None):
    """Add the op that tells of a step where a function is traced, None where it cannot be."""
    graph = ops.get_default_graph()
    if getattr(here, "compiled", False):
        eager.steps.remark(
            "a step is compiled by XLA, which runs nothing of Python: each call of its function is told as one step, "
            "by its variables before and after it, without loss and gradients"
        )
        eager.note_compiled(getattr(here, "calling", None), optimizer, [variable for _, variable in pairs])
        return None
    with eager.quietly():
        tensors = [gradient for gradient, _ in pairs]
        if loss is not None and getattr(loss, "graph", None) is not graph:
            loss = None
        put_out = _forward_in(loss, graph) if eager.steps.apart else []
        sent = [] if loss is None else [loss]
        for each in tensors:
            sent += [each.values, each.indices] if hasattr(each, "indices") else [each]
        sent += [tensor for each in put_out for tensor in each.tensors()]
        variables = [variable for _, variable in pairs]

        def told(*values):
            with eager.quietly():
                _told(eager, optimizer, variables, tensors, loss is not None, put_out, list(values), asked)
            return numpy.zeros((), numpy.int32)

        before = graph._last_id if hasattr(graph, "_last_id") else 0
        made = _through_gate(eager, lambda: script_ops.py_func(told, sent, ops.dtypes.int32, stateful=True))
        if hasattr(graph, "_last_id"):
            _own_ops[graph] = _own_ops.get(graph, 0) + graph._last_id - before
        return (made[0] if isinstance(made, (list, tuple)) else made).op
    return None


def _through_gate(eager, tell):
    """The op that tells of a step, behind the gate where there can be one."""
    variables = eager.gate.variables() if hasattr(op_callbacks, "add_op_callback") else None
    if variables is None:
        return tell()
    flag, unseen = variables

    def count():
        with ops.control_dependencies([unseen.assign_add(1, read_value=False)]):
            return constant_op.constant(0)

    def told():
        made = tell()
        return made[0] if isinstance(made, (list, tuple)) else made

    return cond.cond(flag.read_value(), told, count)


def _forward_in(loss, graph):
    if loss is None:
        return []
    behind = [op for op in ops_behind([loss], ()) if op.graph is graph]
    return chain(sorted(behind, key=lambda op: op._id), lambda op: True)


def _told(eager, optimizer, variables, tensors, has_loss, put_out, values, asked):
    with eager.lock:
        number = eager.steps.number + 1
        loss = values.pop(0) if has_loss else None
        gradients = []
        for each, variable in zip(tensors, variables):
            value = values.pop(0)
            if hasattr(each, "indices"):
                value = dense(value, values.pop(0), list(variable.shape))
            gradients.append(value)
        layers = []
        if number in eager.steps.apart:
            for each in put_out:
                taken = [values.pop(0) for _ in each.tensors()]
                layers.append(each.told([eager.steps.reduce(number, value) for value in taken], eager.steps.script))
        eager.begin(optimizer, list(zip(gradients, variables)), loss, layers, asked)
        if eager.open is not None:
            eager.open["way"] = "function"


def leave_seeds_alone():
    """Until 2.1 the seed of an op in a function is how many ops there are: ours do not count."""
    from tensorflow.python.framework import random_seed

    if hasattr(random_seed, "_graph_to_seed_dict"):
        return
    original = random_seed.get_seed

    def get_seed(op_seed):
        graph = ops.get_default_graph()
        if op_seed is None and graph in _own_ops and graph.seed is not None and not context.executing_eagerly():
            op_seed = graph._last_id - _own_ops[graph]
        return original(op_seed)

    random_seed.get_seed = get_seed
