"""What a graph of TF1 says of its ops: which a run of a Session takes, which variable a tensor stands for, and what the
variables start from."""

_VARIABLES = ("VariableV2", "Variable", "VarHandleOp", "TemporaryVariable", "AutoReloadVariable")
# Handed on unchanged: what a variable is reached by.
_HANDS_ON = ("Enter", "RefEnter", "Identity", "RefIdentity", "Switch", "RefSwitch", "Merge", "RefMerge")


def fetched(fetches, graph):
    """The ops that are fetched, each as a Session finds it."""
    waiting, found = [fetches], []
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            waiting += list(one.values())
        elif isinstance(one, (list, tuple)):
            waiting += list(one)
        elif hasattr(one, "values") and hasattr(one, "indices"):
            waiting += [one.values, one.indices]
        elif one is not None:
            try:
                element = graph.as_graph_element(one)
            except (TypeError, ValueError, KeyError):
                continue
            found.append(getattr(element, "op", element))
    return found


def ops_behind(tensors, fed):
    """Give the ops that run for these tensors or ops, in no order, without those behind a tensor that is fed."""
    waiting = [getattr(each, "op", each) for each in tensors if _name(each) not in fed]
    found = set(waiting)
    while waiting:
        op = waiting.pop()
        for each in list(op.inputs):
            if each.name not in fed and each.op not in found:
                found.add(each.op)
                waiting.append(each.op)
        for other in op.control_inputs:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


def variable_of(tensor):
    """Give the op of the variable that a tensor stands for, None for one that is no variable."""
    op = origin_of(tensor)
    return op if is_variable(op) else None


def is_variable(op):
    """Whether an op is a variable, or its handle."""
    return op.type in _VARIABLES


def origin_of(tensor):
    """Give the op that a tensor comes from, handed on unchanged."""
    op = tensor.op
    while op.type in _HANDS_ON and len(op.inputs):
        op = op.inputs[0].op
    return op


def first_values(graph):
    """Give the ops that set what variables start from."""
    found = set()
    for name in graph.get_all_collection_keys():
        if isinstance(name, str) and name.endswith("variables"):
            for variable in graph.get_collection(name):
                try:
                    found.add(variable.initializer)
                except Exception:  # whatever a script may have put there
                    continue
    return found - {None}


def _name(element):
    return getattr(element, "name", "") if hasattr(element, "op") else ""
