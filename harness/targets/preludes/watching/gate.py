"""A gate in functions: what tells of a step runs only where the step is one that is looked at; all others are counted
in the graph, which costs a tenth of a call of Python."""

from tensorflow.python.framework import ops
from tensorflow.python.ops import resource_variable_ops

from _harness_preludes.watching.eager_functions import is_eager


class Gate(object):
    """``is_open`` says whether steps are told of; ``unseen`` counts those of which nobody was told yet."""

    def __init__(self, steps):
        self.steps = steps
        self.is_open = True
        self.flag = self.unseen = None
        self.is_own = False
        self.calls = 0
        self.of_a_call = {}

    def variables(self):
        """Give the flag and the counter, made where variables of functions may be made, None where that is a graph."""
        if self.flag is None:
            with ops.init_scope():
                if not is_eager():
                    return None
                self.is_own = True
                try:
                    make = resource_variable_ops.ResourceVariable
                    self.flag = make(self.is_open, trainable=False, dtype="bool", name="watched")
                    self.unseen = make(0, trainable=False, dtype="int64", name="unseen")
                finally:
                    self.is_own = False
        return self.flag, self.unseen

    def around(self, function, call):
        """Call a function with the gate as its next steps want it."""
        if self.flag is None:
            return call()
        known = self.of_a_call.get(id(function))
        many = known[1] if known is not None else 0
        if known is not None and not self.is_open:
            ahead, self.calls = self.steps.number + self.calls, self.calls + many
            if not self._wanted(ahead, 2 * many):
                return call()
        self.catch_up()
        if known is None or many:
            # How many steps a call makes shows in its first one.
            self._set(known is None or self._wanted(self.steps.number, many))
        before = self.steps.number
        result = call()
        if self.is_open:
            # The function is kept, so that no other one gets its id.
            self.of_a_call[id(function)] = function, max(many, self.steps.number - before)
        return result

    def _wanted(self, number, many):
        """Whether one of so many steps after that of this number is looked at."""
        return any(self.steps.wanted(each) for each in range(number + 1, number + 1 + many))

    def _set(self, is_open):
        if is_open is not self.is_open:
            self.is_open = is_open
            self.flag.assign(is_open)

    def catch_up(self):
        """Count the steps that the graph has counted."""
        self.calls = 0
        if self.unseen is None or self.is_open:
            return
        count = int(self.unseen.numpy())
        if count:
            self.unseen.assign(0)
            with self.steps.lock:
                self.steps.number += count
