"""What the forward pass of a step puts out, op by op, in a graph: behind the loss, without what only hands on."""

from tensorflow.python.framework import tensor_util

from _harness_preludes.graphs.op_lines import line_of_op
from _harness_preludes.graphs.ops import ops_behind
from _harness_preludes.watching.plan import handle_of, in_control_flow

# They hand on what they are given, or their output is no result of the script's.
_SILENT = frozenset(
    "Const Identity IdentityN StopGradient PreventGradient Reshape ExpandDims Squeeze Shape ShapeN Size Rank Pack "
    "StridedSlice Slice Range Fill ZerosLike OnesLike Cast NoOp VariableV2 Variable VarHandleOp ReadVariableOp "
    "ConcatV2 Unpack Enter Exit Merge Switch NextIteration LoopCond Prod Assert BroadcastGradientArgs "
    "ConcatOffset Placeholder PlaceholderWithDefault IteratorGetNext VarIsInitializedOp Snapshot".split()
)
_SOURCES = frozenset("Placeholder PlaceholderWithDefault IteratorGetNext QueueDequeueV2 QueueDequeueManyV2".split())
_MOST = 200
_MOST_CONSTANTS = 16


class Forward(object):
    """An op of the forward pass: its type, its name, the tensors that it puts out (floats alone), and the numbers of
    the ops before it whose output it uses."""

    def __init__(self, op, outputs, inputs):
        self.op = op
        self.outputs = outputs
        self.inputs = inputs

    def tensors(self):
        return self.outputs

    def told(self, values, script):
        return [self.op.type, self.op.name, self.inputs, values, line_of_op(self.op, script)]


def forward_of(loss, plan):
    """Give the ops behind a loss that may be fetched, and so they all may be, in the order in which the graph got them;
    at most two hundred, the first ones."""
    if loss is None:
        return []
    behind = ops_behind([loss], plan.fed)
    return chain(sorted(behind, key=lambda op: op._id), lambda op: not in_control_flow(op), plan.fed)


def constants_of(loss, plan):
    """Give the arrays of floats that stand in the graph behind a loss, of two elements or more."""
    if loss is None:
        return []
    found = []
    for op in sorted(ops_behind([loss], plan.fed), key=lambda op: op._id):
        if op.type == "Const" and op.outputs[0].dtype.is_floating and op.outputs[0].get_shape().num_elements() > 1:
            found.append(tensor_util.constant_value(op.outputs[0]))
    return [each for each in found if each is not None][:_MOST_CONSTANTS]


def chain(ops, can_be_told, fed=frozenset()):
    """Give those of some ops, in order, that compute something, each with what it is made from."""
    numbers, found = {}, []
    for op in ops:
        source = op.type in _SOURCES
        made_from = set()
        for each in op.inputs:
            made_from |= numbers.get(each.op, set())
        outputs = [each for each in op.outputs if each.dtype.is_floating and not each.dtype._is_ref_dtype]
        outputs = [each for each in outputs if each.name not in fed][:1]
        if (op.type in _SILENT and not source) or not outputs or not can_be_told(op) or len(found) >= _MOST:
            numbers[op] = made_from
            continue
        if outputs and handle_of(outputs[0]) is not None:
            numbers[op] = made_from  # a read of a variable
            continue
        numbers[op] = {len(found)}
        found.append(Forward(op, outputs, sorted(made_from)))
    return found
