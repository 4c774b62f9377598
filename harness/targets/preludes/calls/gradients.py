"""Whether a loss hands its gradient on to what it is given besides predictions."""

_MOST = 10000
_VARIABLES = ("Variable", "VariableV2", "VarHandleOp")


def hands_on_to_labels(arguments, callee):
    """Whether a cross entropy hands the gradient on to variables that its labels are made of. That of TF1 with the
    first signature does not, nor does that of tf.losses; all others do. Labels that are made of no variable make no
    difference: they count as if they got it."""
    stops = "_sentinel" in arguments or "onehot_labels" in arguments
    labels = arguments.get("labels", arguments.get("onehot_labels"))
    return not (stops and _is_of_variables(labels))


def _is_of_variables(tensor):
    if not hasattr(tensor, "graph") and not hasattr(tensor, "op"):
        return False
    try:
        waiting, seen = [tensor.op], set()
    except Exception:  # a tensor that has a value has no op
        return False
    while waiting and len(seen) < _MOST:
        op = waiting.pop()
        if op in seen or op.type == "StopGradient":
            continue
        if op.type in _VARIABLES:
            return True
        seen.add(op)
        waiting += [each.op for each in op.inputs]
    return False
