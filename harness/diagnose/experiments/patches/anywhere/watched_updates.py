"""The first update of a variable ends the run with UpdateApplied, whatever applies it. One value more than the first is
let pass outside of a graph: a script may set what it starts from."""

import re

import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow.python.client import session

from _harness_preludes.graphs import ops
from _harness_preludes.scripts import public_names

_UPDATE = re.compile(r"(Resource)?(Sparse)?Apply[A-Z]|(Resource)?Scatter|Assign")
_IN_GRAPH = re.compile(_UPDATE.pattern + r"|(Stateful)?PartitionedCall|While|If$|Case$|PyFunc|EagerPyFunc")


class UpdateApplied(Exception):
    pass


def is_floating(op):
    for name in ("T", "dtype"):
        try:
            return tf.as_dtype(op.get_attr(name)).is_floating
        except ValueError:
            continue
    return True  # a call of a function, which may update anything


def watched(run):
    def changed(self, fetches, *args, **options):
        first = ops.first_values(self.graph)
        for op in ops.ops_behind(ops.fetched(fetches, self.graph), frozenset()):
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
        public_names.replace(v1.enable_eager_execution, eager_is_not_watched)
else:
    add_op_callback(op_called)
