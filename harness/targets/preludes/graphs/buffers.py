"""Which tensors share the buffer of a variable, and which inputs an op changes.

A variable that ops reach by a reference ("ref") is read where its buffer is used: an Identity hands on the buffer, and
what consumes it reads. A resource variable is a handle, whose value ops of their own read.
"""

import re

from _harness_preludes.graphs.ops import is_variable

# What hands its first input on without a copy.
ALIASES = frozenset(
    "Identity RefIdentity Reshape ExpandDims Squeeze StopGradient PreventGradient CheckNumerics Print Snapshot "
    "Switch RefSwitch Enter RefEnter Exit RefExit NextIteration RefNextIteration Merge RefMerge IdentityN "
    "PlaceholderWithDefault".split()
)
# What asks for a variable, and not for its value.
VALUELESS = frozenset(
    "Shape ShapeN Size Rank ZerosLike OnesLike IsVariableInitialized VarIsInitializedOp VariableShape "
    "BroadcastGradientArgs".split()
)
_UPDATES = re.compile(
    r"Assign(Add|Sub)?VariableOp$|Resource(Sparse)?Apply[A-Z]|ResourceScatter|ResourceStridedSliceAssign$"
)
_FIRST_REF, _RESOURCE = 100, 20


class Buffers:
    """Which variables each tensor is, or shares its buffer with, of the ops that ``hand_on`` was told of: those that
    others need come first."""

    def __init__(self):
        self.known = {}

    def of(self, tensor):
        return self.known.get(id(tensor), frozenset())

    def hand_on(self, op, data):
        """Note what the outputs of an op share."""
        if is_variable(op):
            self.known[id(op.outputs[0])] = frozenset([op])
        elif op.type == "IdentityN":
            for tensor, output in zip(op.inputs, op.outputs):
                self._set(output, self.of(tensor))
        elif op.type in ALIASES:
            taken = data if op.type in ("Merge", "RefMerge") else data[:1] if data and data[0] is op.inputs[0] else []
            shares = [self.of(tensor) for tensor in taken]
            # Of a condition only one branch is taken; what one of them computes may be what is handed on.
            shared = frozenset().union(*shares) if all(shares) else frozenset()
            for output in op.outputs:
                self._set(output, shared)
        elif op.outputs and _is_ref(op.outputs[0]) and data:
            self._set(op.outputs[0], self.of(data[0]))

    def _set(self, output, shared):
        if shared:
            self.known[id(output)] = shared


def _is_ref(tensor):
    return tensor.dtype.as_datatype_enum > _FIRST_REF


def changed_inputs(op):
    """Give the inputs that an op may change, by its own definition."""
    if _UPDATES.match(op.type):
        return [tensor for tensor in op.inputs if tensor.dtype.as_datatype_enum == _RESOURCE]
    if op.type in ALIASES or op.type in VALUELESS or not any(_is_ref(tensor) for tensor in op.inputs):
        return []
    changed, place = [], 0
    for argument in op.op_def.input_arg:
        count = int(op.get_attr(argument.number_attr)) if argument.number_attr else 1
        if argument.type_list_attr:
            count = len(op.get_attr(argument.type_list_attr))
        if argument.is_ref:
            changed += list(op.inputs)[place : place + count]
        place += count
    return changed


def unread_inputs(op):
    """Give the inputs that an op is handed and does not read: a batch norm in training takes the batch's own mean and
    variance and not those that are kept, unless it mixes both."""
    if not op.type.startswith("FusedBatchNorm") or op.type.startswith("FusedBatchNormGrad") or len(op.inputs) < 5:
        return []
    try:
        trains = op.get_attr("is_training")
    except ValueError:
        return []
    try:
        whole = op.get_attr("exponential_avg_factor") == 1.0
    except ValueError:  # of the years before it could mix them
        whole = True
    return list(op.inputs)[3:5] if trains and whole else []


def is_handle(tensor):
    return tensor.dtype.as_datatype_enum == _RESOURCE
