"""Tensors of a graph by which variables are read, without adding to it."""

from _harness_preludes.watching.plan import in_control_flow

_SMALL = 1 << 16


def reader(handle):
    """Give a tensor that is the value of a variable and waits for nothing, None where the graph has none."""
    if "resource" not in str(handle.outputs[0].dtype):
        return handle.outputs[0]
    for op in handle.outputs[0].consumers():
        if op.type == "ReadVariableOp" and not op.control_inputs and not in_control_flow(op):
            return op.outputs[0]
    return None


def is_small(tensor):
    """Whether a variable may be read together with others, without much memory for all of them."""
    count = tensor.get_shape().num_elements()
    return count is not None and count <= _SMALL
