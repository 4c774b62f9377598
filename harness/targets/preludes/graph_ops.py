"""Which ops a run of a Session takes: those that fetches name, and all behind them."""


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


def _name(element):
    return getattr(element, "name", "") if hasattr(element, "op") else ""
