"""Counters of steps, and what counts them up: ops of a graph, and calls in eager mode."""

import functools
import sys

from _harness_preludes.behaviours import keras_layers
from _harness_preludes.graphs import ops as graph_ops


def counted_by(ops):
    """Give the ops, of all these, that count an integer variable up, by the name of the variable."""
    found = {}
    for op in ops:
        if op.type in ("AssignAdd", "AssignAddVariableOp") and op.inputs[1].dtype.base_dtype.is_integer:
            variable = graph_ops.variable_of(op.inputs[0])
            if variable is not None:
                found.setdefault(variable.name, []).append(op.name)
    return found


def wrap_assign_add(around):
    """Have ``around(assign_add, variable, args, options, line)`` stand for assign_add of variables; ``line`` is the one
    of the script that calls it, None where another file does."""
    for kind in _kinds():
        if "assign_add" in vars(kind):
            kind.assign_add = _around(kind.assign_add, around)


def _kinds():
    names = (
        ("tensorflow.python.ops.resource_variable_ops", "BaseResourceVariable"),
        ("tensorflow.python.ops.resource_variable_ops", "ResourceVariable"),
        ("keras.src.backend.common.variables", "KerasVariable"),
        ("keras.src.backend.common.variables", "Variable"),
    )
    keras_layers.load()
    found = [getattr(sys.modules.get(module), name, None) for module, name in names]
    return [kind for kind in dict.fromkeys(found) if isinstance(kind, type)]


def _around(add, around):
    @functools.wraps(add)
    def added(self, *args, **options):
        frame = sys._getframe(1)
        line = frame.f_lineno if frame.f_code.co_filename == sys.argv[0] else None
        return around(add, self, args, options, line)

    return added


def is_count_of_optimizer(variable):
    """Whether a variable is what an optimizer of Keras counts its steps by, judged by name and dtype."""
    name = getattr(variable, "path", None) or variable.name
    dtype = getattr(variable.dtype, "name", variable.dtype)
    return "iter" in name.rpartition("/")[2] and str(dtype).startswith(("int", "uint"))
