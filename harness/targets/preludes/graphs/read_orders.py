"""Reads and updates of a variable get an order where the graph has none: ``force_orders(races)`` takes what the prelude
``races`` told, each with an ``order``: whether it is to read ``before`` or ``after`` the updates.

Edges of control are added when a Session is first given the ops, for later it takes none. What is fetched in place has
no op of its own to be ordered: it is fetched in a run of its own.
"""

import numpy
from tensorflow.python.client import session

RACES, PLACED = [], {}
forced, versions = set(), {}


def op_named(graph, name):
    try:
        return graph.get_operation_by_name(name)
    except KeyError:
        return None


def waits_for(op, other):
    """Whether an op is done after another one already."""
    waiting, seen = [op], set()
    while waiting:
        one = waiting.pop()
        if one is other:
            return True
        if one not in seen:
            seen.add(one)
            waiting += [tensor.op for tensor in one.inputs] + list(one.control_inputs)
    return False


def force(graph):
    if versions.get(graph) == graph.version:
        return
    versions[graph] = graph.version
    for race in RACES:
        reads = None if race["in_place"] else op_named(graph, race["reads"])
        for update in race["updates"] if reads is not None else ():
            op = op_named(graph, update)
            first, second = (reads, op) if race["order"] == "before" else (op, reads)
            if op is None or (graph, first, second) in forced or waits_for(first, second):
                continue
            forced.add((graph, first, second))
            second._add_control_input(first)


def forcing(extend):
    def extended(self, *args):
        force(self.graph)
        return extend(self, *args)

    return extended


def name_of(fetched):
    name = getattr(fetched, "name", fetched)
    return name.decode() if isinstance(name, bytes) else name


def apart(run):
    def changed(self, handle, target_list, fetch_list, feed_dict, *rest):
        alone = len(fetch_list) == 1 and not target_list
        placed = [] if alone or handle is not None else [each for each in fetch_list if name_of(each) in PLACED]
        given = {}

        def fetch(order):
            chosen = [each for each in placed if PLACED[name_of(each)] == order]
            values = run(self, handle, [], chosen, feed_dict, None, None) if chosen else []
            given.update({name_of(each): numpy.array(value) for each, value in zip(chosen, values)})

        fetch("before")
        results = run(self, handle, target_list, fetch_list, feed_dict, *rest)
        fetch("after")
        # Scalars come as NumPy's own, and print otherwise than arrays.
        return [given[name_of(each)][()] if name_of(each) in given else one for each, one in zip(fetch_list, results)]

    return changed


def by_run(self, fetches, feed_list=None, *args, **options):
    return lambda *values, **more: self.run(fetches, dict(zip(feed_list or (), values)), **more)


def force_orders(races):
    """Have every Session keep these orders from now on."""
    RACES.extend(races)
    PLACED.update({race["reads"]: race["order"] for race in races if race["in_place"]})
    session.BaseSession._extend_graph = forcing(session.BaseSession._extend_graph)
    session.BaseSession._do_run = apart(session.BaseSession._do_run)
    if PLACED and hasattr(session.BaseSession, "make_callable"):
        session.BaseSession.make_callable = by_run
