"""Updates of what is not trained, run with every step that trains, and found in UPDATE_OPS, as tf.layers has it: those
of the variables ``CHANGE["variables"]``."""

import functools

import tensorflow.compat.v1 as v1
from tensorflow.python.client import session
from tensorflow.python.framework import ops

from _harness_preludes.behaviours import state_updates
from _harness_preludes.graphs import ops as graph_ops


def wanted(updates):
    return [
        op
        for variable, moves in updates.state.items()
        if updates.names[variable] in CHANGE["variables"]
        for op in moves
    ]


def collected(get):
    @functools.wraps(get)
    def got(self, name, *args, **options):
        found = get(self, name, *args, **options)
        if name != "update_ops":
            return found
        return found + [op for op in wanted(state_updates.Updates(self)) if op not in found]

    return got


def waiting(apply):
    @functools.wraps(apply)
    def applied(self, grads_and_vars, *args, **options):
        grads_and_vars = list(grads_and_vars)
        graph = v1.get_default_graph()
        with v1.control_dependencies(wanted(state_updates.Updates(graph))):
            return apply(self, grads_and_vars, *args, **options)

    return applied


known = {}


def left_out(graph, fetches):
    """What a run that trains should fetch besides."""
    fetched = frozenset(graph_ops.fetched(fetches, graph))
    if (graph, fetched) not in known:
        updates, ran = state_updates.Updates(graph), graph_ops.ops_behind(fetched, frozenset())
        known[graph, fetched] = [op for op in wanted(updates) if op not in ran] if updates.trains(ran) else []
    return known[graph, fetched]


def with_updates(run):
    def ran(self, fetches, *args, **options):
        more = left_out(self.graph, fetches)
        if not more:
            return run(self, fetches, *args, **options)
        return run(self, [fetches, more], *args, **options)[0]

    return ran


v1.train.Optimizer.apply_gradients = waiting(v1.train.Optimizer.apply_gradients)
session.BaseSession.run = with_updates(session.BaseSession.run)
ops.Graph.get_collection = collected(ops.Graph.get_collection)
