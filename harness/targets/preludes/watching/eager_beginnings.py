"""What makes a step outside of graphs of TF1: an optimizer that is handed gradients, or a script that itself assigns to
a variable of which it has just asked a tape. It ends when the variables have been updated."""

import threading

from tensorflow.python.framework import ops

from _harness_preludes.watching.eager_functions import in_function, is_eager, op_of_step
from _harness_preludes.watching.optimizer import inner

_here = threading.local()
# Gradients of several losses may be asked for before the first of them are applied.
_KEPT = 8


class Pending(object):
    """What a tape was asked for last: the loss, and the gradients by variable."""

    def __init__(self, loss, pairs, target):
        self.loss = loss
        self.target = target
        self.pairs = pairs
        self.left = {id(variable) for _, variable in pairs}
        self.op = None
        self.is_open = False

    def leaves(self, given):
        """Whether variables are left of it once an optimizer was handed these."""
        self.left -= {id(variable) for _, variable in given}
        return bool(self.left)


class Beginnings(object):
    """Begins and ends the steps that ``told``, an ``EagerSteps``, tells of."""

    def __init__(self, told):
        self.told = told

    def gradient_asked(self, target, sources, found):
        if getattr(_here, "applying", False):
            return
        if self.told.open is not None and is_eager():
            self.told.finish()
        loss = target if hasattr(target, "dtype") else None
        pairs = []
        for source, gradient in zip(_flat(sources), _flat(found)):
            if gradient is not None and hasattr(inner(source), "assign_sub"):
                pairs.append((gradient, inner(source)))
        earlier = getattr(_here, "pending", None)
        if earlier is not None and not earlier.is_open and earlier.target is not target:
            # Gradients that come of several losses, as of micro-batches, have no one loss.
            loss = None if earlier.left & {id(variable) for _, variable in pairs} else loss
        _here.pending = Pending(loss, pairs, target)
        _here.asked = getattr(_here, "asked", [])[-_KEPT:] + [_here.pending]

    def applied(self, optimizer, pairs, run):
        """An optimizer is handed gradients."""
        if getattr(_here, "applying", False) or not pairs or not (is_eager() or in_function()):
            return run()
        given = [(gradient, inner(variable)) for gradient, variable in pairs if gradient is not None]
        pending = _asked_for(given)
        loss = pending.loss if pending is not None else None
        is_last = pending is None or not pending.leaves(given)
        _here.pending, _here.applying = None if is_last else pending, True
        try:
            if is_eager():
                with self.told.quietly():
                    # What is compiled hands out gradients, and its loss is none outside of it.
                    loss = loss if hasattr(loss, "numpy") else None
                    self.told.begin(optimizer, given, loss, asked=pending)
                result = run()
                if is_last:
                    with self.told.quietly():
                        self.told.finish()
                return result
            op = op_of_step(self.told, optimizer, given, loss, pending)
            if op is None:
                return run()
            with ops.control_dependencies([op]):
                return run()
        finally:
            _here.applying = False

    def assigned(self, variable, run):
        """The script assigns to a variable itself."""
        pending = getattr(_here, "pending", None)
        if getattr(_here, "applying", False):
            return run()
        if pending is None or id(variable) not in pending.left:
            self.told.note_assigned(variable)
            return run()
        if is_eager():
            if not pending.is_open:
                pending.is_open = True
                with self.told.quietly():
                    self.told.begin(None, pending.pairs, pending.loss)
            result = run()
            pending.left.discard(id(variable))
            if not pending.left:
                with self.told.quietly():
                    self.told.finish()
            return result
        if not in_function():
            return run()
        if pending.op is None:
            pending.op = op_of_step(self.told, None, pending.pairs, pending.loss) or False
        pending.left.discard(id(variable))
        if not pending.op:
            return run()
        with ops.control_dependencies([pending.op]):
            return run()


def _asked_for(given):
    """Give what was asked of a tape that gave just these gradients; the last one where none did."""
    asked, ids = getattr(_here, "asked", []), {id(gradient) for gradient, _ in given}
    for each in asked:
        if ids and ids <= {id(gradient) for gradient, _ in each.pairs}:
            if {id(variable) for _, variable in given} >= each.left:
                asked.remove(each)
            return each
    return getattr(_here, "pending", None)


def _flat(value):
    if isinstance(value, dict):
        return [each for key in sorted(value) for each in _flat(value[key])]
    if isinstance(value, (list, tuple)):
        return [each for part in value for each in _flat(part)]
    return [value]
