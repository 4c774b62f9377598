"""What an optimizer knows of a step outside of graphs: its rate, and the slots that it keeps for each variable."""

_NOT_SLOTS = ("_trainable_variables", "_variables", "variables", "_tracked")


def inner(variable):
    """Give the variable of TensorFlow that one of Keras 3 stands for; any other as it is."""
    value = getattr(variable, "_value", None)
    return value if hasattr(value, "handle") else variable


def name_of(variable):
    """Give the name that a script knows a variable by."""
    name = getattr(variable, "path", None) or getattr(variable, "name", None)
    return str(name).partition(":")[0] if name else "variable"


def rate_of(optimizer):
    """Give the rate that an optimizer would apply now, None where it does not tell."""
    # From 2.11 to 2.15 the public name is the rate of the step before, where there is a schedule.
    schedule = _attribute(optimizer, "_learning_rate")
    names = ("_learning_rate",) if callable(schedule) and not hasattr(schedule, "numpy") else ()
    for name in names + ("learning_rate", "_learning_rate", "_lr", "lr"):
        found = _number(_attribute(optimizer, name), optimizer)
        if found is not None:
            return found
    return None


def _attribute(optimizer, name):
    try:
        return getattr(optimizer, name, None)
    except Exception:  # a hyperparameter that is not set yet
        return None


def _number(rate, optimizer):
    try:
        if callable(rate) and not hasattr(rate, "numpy"):
            steps = getattr(optimizer, "iterations", None)
            try:
                rate = rate(steps)
            except TypeError:
                rate = rate()
        return float(rate.numpy() if hasattr(rate, "numpy") else rate)
    except Exception:
        return None


def slots_of(optimizer, variable):
    """Give the variables that an optimizer keeps beside a trained one, by name."""
    names = getattr(optimizer, "get_slot_names", None)
    found = {}
    for name in names() if names is not None else ():
        try:
            slot = optimizer.get_slot(variable, name)
        except Exception:  # its own variable has none
            continue
        if slot is not None:
            found[name] = slot
    if found:
        return found
    place = _place(optimizer, variable)
    if place is None:
        return {}
    for name, value in list(vars(optimizer).items()):
        if name in _NOT_SLOTS or not isinstance(value, (list, tuple)) or len(value) <= place:
            continue
        slot = value[place]
        if hasattr(slot, "assign") and tuple(slot.shape) == tuple(variable.shape):
            found[name.strip("_")] = slot
    return found


def _place(optimizer, variable):
    try:
        if hasattr(optimizer, "_index_dict"):
            return optimizer._index_dict[optimizer._var_key(variable)]
        if hasattr(optimizer, "_get_variable_index"):
            return optimizer._get_variable_index(variable)
    except (KeyError, AttributeError):
        return None
    return None
