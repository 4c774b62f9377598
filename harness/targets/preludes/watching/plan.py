"""What one ``Session.run`` updates, read off the graph: the variables, and the tensors that tell of the update.

Ops name their inputs (``grad``, ``lr``, ``accum``, of ``ApplyMomentum``), so no optimizer has to be known.
"""

import re

from _harness_preludes.graphs.ops import is_variable, origin_of, variable_of

_APPLY = re.compile(r"(Resource)?(?P<sparse>Sparse)?Apply[A-Z]")
_ASSIGN = re.compile(r"(Assign(Add|Sub)?(VariableOp)?|(Resource)?Scatter(Nd)?(Add|Sub|Update|Mul|Div|Min|Max)?)$")
_CALLS = re.compile(r"(Stateful)?PartitionedCall$|(Stateless)?(While|If)$|TPUPartitionedCall$")
_GRADIENTS, _RATES = ("grad", "delta"), ("lr", "alpha", "learning_rate")
_HYPER = re.compile(r"beta\d?(_power)?$|epsilon$|rho$|momentum$|l1$|l2$|lr_power$|use_|indices$|l2_shrinkage$|logbase$")


def handle_of(tensor):
    """Give the op of the variable that a tensor stands for, or what a function has in its place; None for one that is
    no variable."""
    op = origin_of(tensor)
    is_handed = op.type == "Placeholder" and "resource" in str(op.outputs[0].dtype)
    return op if is_handed else variable_of(tensor)


def named_inputs(op):
    """Give the inputs of an op by the names that its definition has for them."""
    names = [each.name for each in op.op_def.input_arg]
    return dict(zip(names, op.inputs)) if len(names) == len(op.inputs) else {}


def in_control_flow(op):
    """Whether an op runs more than once in a run, or perhaps not at all; such a value cannot be fetched."""
    context = getattr(op, "_control_flow_context", None)
    if context is not None and op.type in ("Exit", "RefExit"):
        context = getattr(context, "outer_context", None)  # what a loop hands out is there once
    return context is not None


class Update(object):
    """One op that updates a variable. ``handle`` is the op of the variable; ``gradient``, ``rate`` are tensors or None;
    ``slots`` are the ops of the variables that it keeps beside it, by name; ``indices`` are of a sparse gradient."""

    def __init__(self, op):
        given = named_inputs(op)
        self.op = op
        self.handle = handle_of(op.inputs[0])
        self.by_optimizer = bool(_APPLY.match(op.type))
        self.gradient = next((given[name] for name in _GRADIENTS if name in given), None) if self.by_optimizer else None
        self.rate = next((given[name] for name in _RATES if name in given), None) if self.by_optimizer else None
        self.indices = given.get("indices") if self.by_optimizer else None
        self.slots = {}
        if self.by_optimizer:
            for name, tensor in given.items():
                handle = handle_of(tensor)
                if handle is not None and handle is not self.handle and not _HYPER.match(name):
                    self.slots[name] = handle


def updates_among(ops):
    """Give what updates variables among some ops, in the order in which the graph got them."""
    found = []
    for op in sorted(ops, key=lambda op: op._id):
        if (_APPLY.match(op.type) or _ASSIGN.match(op.type)) and len(op.inputs):
            update = Update(op)
            if update.handle is not None:
                found.append(update)
    return found


def calls_among(ops):
    """Give the variables that functions called by some ops are handed, and may update."""
    found = []
    for op in ops:
        if _CALLS.match(op.type):
            found += [each.op for each in op.inputs if is_variable(each.op)]
    return found
