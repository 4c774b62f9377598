"""Updates of what is not trained, in graphs: batch-norm statistics, shadows of averages. Which there are, and which a
Session runs."""

import re

from _harness_preludes.graphs.ops import first_values, ops_behind, variable_of

_MOVES = re.compile(r"(Resource)?(AssignSub|AssignAdd)(VariableOp)?$")
_SETS = ("Assign", "AssignVariableOp")


class Updates:
    """The updates in one graph: ``state`` are those of floats that are not trained, by the variable's op; ``trained``
    those that are."""

    def __init__(self, graph):
        trained, variables = set(), {}
        for variable in graph.get_collection("trainable_variables"):
            trained.add(_op_of(variable))
        for name in ("variables", "local_variables", "model_variables"):
            for variable in graph.get_collection(name):
                variables[_op_of(variable)] = variable
        first = first_values(graph)
        self.state, self.trained, self.names = {}, {}, {}
        for op in graph.get_operations():
            if not op.inputs or op in first or not _is_update(op):
                continue
            variable = variable_of(op.inputs[0])
            if variable is None:
                # The training ops of a kernel: ApplyAdam and its like have all variables among their inputs.
                continue
            if not _is_floating(op, variables.get(variable)):
                continue
            kept = self.trained if variable in trained else self.state
            kept.setdefault(variable, []).append(op)
            self.names[variable] = variable.name
        for op in graph.get_operations():
            if re.match(r"(Resource)?(Sparse)?Apply", op.type) and op.inputs:
                variable = variable_of(op.inputs[0])
                if variable in trained:
                    self.trained.setdefault(variable, []).append(op)
                    self.names[variable] = variable.name

    def trains(self, ops):
        """Whether a run of all these ops changes a trained variable."""
        return any(op in ops for each in self.trained.values() for op in each)

    def reached(self, ops):
        """The variables that are not trained and that a run of all these ops changes."""
        return {variable for variable, updates in self.state.items() if any(op in ops for op in updates)}


def _op_of(variable):
    handle = getattr(variable, "handle", None)
    return handle.op if handle is not None else variable.op


def _is_update(op):
    if _MOVES.match(op.type):
        return len(op.inputs) > 1
    if op.type not in _SETS or len(op.inputs) < 2:
        return False
    # A value that is set from outside, or restored, is no update; one that goes by the variable itself is.
    target = variable_of(op.inputs[0])
    return target is not None and target in ops_behind([op.inputs[1].op], frozenset())


def _is_floating(op, variable):
    if variable is not None:
        return variable.dtype.base_dtype.is_floating
    return op.inputs[1].dtype.base_dtype.is_floating
