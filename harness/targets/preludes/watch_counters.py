"""Tells what counts each counter of steps up: once for everything that does."""

from tensorflow.python.client import session

from _harness_preludes.behaviours import counters
from _harness_preludes.graphs import ops as graph_ops

seen, told = set(), set()


def tell(variable, by):
    if (variable, by) not in told:
        told.add((variable, by))
        SETTING["see"]("behaviour", {"what": "counted", "variable": variable, "by": by})


def watched(run):
    def ran(self, fetches, *args, **options):
        fetched = frozenset(graph_ops.fetched(fetches, self.graph))
        if fetched not in seen:
            seen.add(fetched)
            for variable, ops in counters.counted_by(graph_ops.ops_behind(fetched, frozenset())).items():
                for op in ops:
                    tell(variable, "the op " + op)
        return run(self, fetches, *args, **options)

    return ran


def look(add, variable, args, options, line):
    if line is not None and counters.is_count_of_optimizer(variable):
        tell(variable.name, "its optimizer")
        tell(variable.name, "line %d" % line)
    return add(variable, *args, **options)


session.BaseSession.run = watched(session.BaseSession.run)
counters.wrap_assign_add(look)
