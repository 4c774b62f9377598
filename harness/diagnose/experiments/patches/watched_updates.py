"""The first update of a variable ends the run with UpdateApplied, whatever applies it. One value more than the first is
let pass outside of a graph: a script may set what it starts from."""

import re

import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow.python.client import session

import patch_tools

_UPDATE = re.compile(r"(Resource)?(Sparse)?Apply[A-Z]|(Resource)?Scatter|Assign")
_IN_GRAPH = re.compile(_UPDATE.pattern + r"|(Stateful)?PartitionedCall|While|If$|Case$|PyFunc|EagerPyFunc")


class UpdateApplied(Exception):
    pass


def ops_behind(fetches, graph):
    """Give all ops that a Session runs for what it is told to fetch."""
    waiting, seen = [fetches], []
    known = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += list(one.values())
        elif isinstance(one, (list, tuple)):
            waiting += list(one)
        elif one is not None:
            element = one if type(one).__name__ == "Operation" else graph.as_graph_element(one)
            op = getattr(element, "op", element)
            if id(op) not in known:
                known.add(id(op))
                seen.append(op)
                waiting += [tensor.op for tensor in op.inputs] + list(op.control_inputs)
    return seen


def first_values(graph):
    names = ("variables", "local_variables", "trainable_variables", "model_variables")
    found = [variable for name in names for variable in graph.get_collection(name)]
    return {variable.initializer for variable in found if hasattr(variable, "initializer")}


def is_floating(op):
    for name in ("T", "dtype"):
        try:
            return tf.as_dtype(op.get_attr(name)).is_floating
        except ValueError:
            continue
    return True  # a call of a function, which may update anything


def watched(run):
    def changed(self, fetches, *args, **options):
        first = first_values(self.graph)
        for op in ops_behind(fetches, self.graph):
            if _IN_GRAPH.match(op.type) and op not in first and is_floating(op):
                raise UpdateApplied("%s in a Session" % op.type)
        return run(self, fetches, *args, **options)

    return changed


def refused(*args, **options):
    raise UpdateApplied("perhaps: a call that was made ready is not watched")


def op_called(kind, inputs, attrs, outputs, op_name=None, graph=None):
    if isinstance(kind, bytes):  # as some ops hand it on
        kind = kind.decode()
    if not _UPDATE.match(kind) or len(inputs) < 2 or not any(each.dtype.is_floating for each in inputs[1:]):
        return
    if graph is not None:
        if type(graph).__name__ != "Graph":
            raise UpdateApplied("%s in a tf.function" % kind)
        return
    variable = id(inputs[0])
    counts.setdefault(variable, [0, inputs[0]])[0] += 1
    if counts[variable][0] > (2 if kind == "AssignVariableOp" else 1):
        raise UpdateApplied(kind)


def eager_is_not_watched(*args, **options):
    raise RuntimeError("in TensorFlow %s eager ops cannot be watched" % tf.__version__)


counts = {}
session.BaseSession.run = watched(session.BaseSession.run)
for name in ("make_callable", "_make_callable_from_options", "partial_run"):
    if hasattr(session.BaseSession, name):
        setattr(session.BaseSession, name, refused)
try:
    from tensorflow.python.framework.op_callbacks import add_op_callback
except ImportError:
    if tf.__version__.startswith("2"):
        eager_is_not_watched()
    if hasattr(v1, "enable_eager_execution"):
        patch_tools.replace(v1.enable_eager_execution, eager_is_not_watched)
else:
    add_op_callback(op_called)
