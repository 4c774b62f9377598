"""Tells of every kind of Session.run which updates of what is not trained it runs, and which there are."""

from tensorflow.python.client import session

from _harness_preludes.behaviours import state_updates
from _harness_preludes.graphs import ops as graph_ops

seen, known, said = set(), {}, []


def updates_of(graph):
    count = len(graph.get_operations())
    if known.get(graph, (0,))[0] != count:
        known[graph] = (count, state_updates.Updates(graph))
    return known[graph][1]


def look(graph, fetches):
    fetched = frozenset(graph_ops.fetched(fetches, graph))
    if (graph, fetched) in seen:
        return
    seen.add((graph, fetched))
    updates = updates_of(graph)
    if not updates.state:
        return
    ops = graph_ops.ops_behind(fetched, frozenset())
    told = {
        "what": "state updates",
        "trains": updates.trains(ops),
        "there": sorted(updates.names[each] for each in updates.state),
        "run": sorted(updates.names[each] for each in updates.reached(ops)),
        "collected": len(graph.get_collection("update_ops")),
    }
    if told not in said:
        said.append(told)
        SETTING["see"]("behaviour", told)


def watched(run):
    def ran(self, fetches, *args, **options):
        look(self.graph, fetches)
        return run(self, fetches, *args, **options)

    return ran


session.BaseSession.run = watched(session.BaseSession.run)
