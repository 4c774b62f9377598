"""Telling of the steps outside of graphs of TF1: what variables and gradients are where a step begins, and what the
variables are where it ends."""

import threading

import numpy
from tensorflow.python.framework import ops

from _harness_preludes.watching import state
from _harness_preludes.watching.clipped import clipped
from _harness_preludes.watching.eager_forward import EagerForward
from _harness_preludes.watching.eager_functions import in_function, is_eager
from _harness_preludes.watching.gate import Gate
from _harness_preludes.watching.optimizer import inner, name_of, rate_of, slots_of
from _harness_preludes.watching.reduce import dense


class EagerSteps(object):
    """The step that is under way, if one is, and the names of all that is trained."""

    def __init__(self, steps):
        self.steps = steps
        self.open = None
        self.trained = {}
        self.names = {}
        self.lock = threading.RLock()
        self.forward = EagerForward(steps)
        self.gate = Gate(steps)
        self.asked, self.joined = None, set()
        self.compiled = {}

    def begin(self, optimizer, pairs, loss, layers=(), asked=None):
        """A step begins: ``pairs`` are gradients and variables, with values. What a tape was ``asked`` for at once is
        one step, also where several optimizers are handed some of it each."""
        with self.lock:
            ids = {id(variable) for _, variable in pairs}
            if asked is not None and asked is self.asked and not ids & self.joined:
                self.joined |= ids
                self.join(optimizer, pairs)
                return
            self.finish()
            self.gate.catch_up()
            self.asked, self.joined = asked, ids
            number = self.steps.begin()
            if getattr(optimizer, "gradient_accumulation_steps", None):
                self.steps.applied.unknown()  # which of its steps move anything
            for _, variable in pairs:
                self.name(variable)
            if not self.steps.wanted(number):
                self.forward.prepare(number + 1)
                return
            told, read = self.forward.taken(number)
            self.open = {
                "number": number,
                "variables": [],
                "rows": [],
                "optimizers": [],
                "optimizer": optimizer,
                "loss": None if loss is None else self.steps.reduce(number, _array(loss)),
                "rate": None if optimizer is None else rate_of(optimizer),
                # What was done before a function is called is no part of its pass.
                "layers": list(layers) or told,
                "read": read,
            }
            self.join(optimizer, pairs)

    def join(self, optimizer, pairs):
        """These variables belong to the step that is under way, if it is told of."""
        if self.open is None:
            return
        number = self.open["number"]
        gradients = clipped(optimizer, [_array(gradient) for gradient, _ in pairs])
        for gradient, (_, variable) in zip(gradients, pairs):
            reduced = self.steps.reduce(number, gradient)
            self.open["rows"].append([self.name(variable), self.value(number, variable), reduced, None])
            self.open["variables"].append(variable)
            self.open["optimizers"].append(optimizer)

    def finish(self):
        """The step that is under way has come to its end."""
        with self.lock:
            self.asked = None
            step, self.open = self.open, None
            if step is None:
                return
            number = step["number"]
            for row, variable, optimizer in zip(step["rows"], step["variables"], step["optimizers"]):
                row[3] = self.value(number, variable)
                slots = {} if optimizer is None else slots_of(optimizer, variable)
                row.append({name: self.value(number, slot) for name, slot in slots.items()})
            self.steps.tell(
                number,
                way=step.get("way", "eager"),
                optimizer="assign" if step["optimizer"] is None else type(step["optimizer"]).__name__,
                loss=step["loss"],
                rate=step["rate"],
                variables=step["rows"],
                state=state.moved(lambda value: self.steps.reduce(number, value), self.trained),
                layers=step["layers"],
                read=step.get("read"),
            )
            self.forward.prepare(number + 1)

    def note_compiled(self, function, optimizer, variables):
        """A function is traced that trains these variables, and is compiled by XLA: a step of it begins."""
        with self.quietly(), ops.init_scope():
            if function is None or not is_eager():
                return
            known = self.compiled.setdefault(id(function), (function, optimizer, []))[2]
            known += [each for each in variables if all(each is not other for other in known)]
            self.begin_compiled(function, variables)

    def traced_within(self, function, outer):
        """A function that is called by another one may have been traced before, and then is not traced anew."""
        if id(function) in self.compiled and outer is not None and outer is not function:
            _, optimizer, variables = self.compiled[id(function)]
            self.note_compiled(outer, optimizer, list(variables))

    def begin_compiled(self, function, variables=None):
        """A function is called that is known to train, and of which nothing is told."""
        if id(function) not in self.compiled:
            return
        _, optimizer, known = self.compiled[id(function)]
        if variables is None or self.open is None or self.open.get("way") != "compiled":
            self.begin(optimizer, [(None, each) for each in known], None)
        else:
            mine = self.open["variables"]
            self.join(optimizer, [(None, each) for each in variables if all(each is not other for other in mine)])
        if self.open is not None:
            self.open["way"] = "compiled"

    def note_assigned(self, variable):
        """The script assigns to a variable outside of any step; in a function nobody knows how often."""
        if is_eager():
            self.steps.applied.assigned(id(variable))
            self._keep(variable)
        elif in_function():
            self.steps.applied.assigned(id(variable), float("inf"))
            with self.quietly(), ops.init_scope():
                if is_eager():
                    self._keep(variable, always=True)

    def _keep(self, variable, always=False):
        if id(variable) not in self.trained and not self.gate.is_own:
            state.assigned(variable, lambda value: self.steps.reduce(-1, value), always)

    def name(self, variable):
        """Give a variable's name; what is made in eager mode without one is called Variable each time."""
        if id(variable) not in self.trained:
            self.trained[id(variable)] = variable
            self.steps.applied.trains([id(variable)])
            name = name_of(variable)
            same = sum(each == name for each, _ in self.names.values())
            self.names[id(variable)] = (name, "%s #%d" % (name, same + 1) if same else name)
        return self.names[id(variable)][1]

    def value(self, number, variable):
        try:
            return self.steps.reduce(number, as_it_lies(inner(variable).read_value()))
        except Exception:  # without a value, or spread over devices
            return None

    def quietly(self):
        return _Quietly(self.steps)

    def end(self):
        """Tell what the variables came to."""
        with self.quietly():
            self.finish()
            self.gate.catch_up()
            if self.steps.passes:
                self.steps.passed(self.forward.taken(0)[0])
            rows = [[self.name(each), self.value(self.steps.number, each)] for each in self.trained.values()]
            if rows:
                self.steps.see("end", rows)
            self.steps.have(state.names())


class _Quietly(object):
    """What goes wrong in watching is told, and the script goes on."""

    def __init__(self, steps):
        self.steps = steps

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is None or not isinstance(error, Exception):
            return False
        self.steps.remark("a step could not be seen: %s: %s" % (kind.__name__, str(error)[:200]))
        return True


def _array(value):
    if hasattr(value, "indices"):
        shape = None if value.dense_shape is None else [int(each) for each in numpy.asarray(value.dense_shape)]
        return dense(value.values, value.indices, shape)
    return as_it_lies(value) if hasattr(value, "numpy") else value


def as_it_lies(tensor):
    """Give the array of a tensor, and no copy of it where the release has a way: it is reduced at once."""
    view = getattr(tensor, "_numpy", None)
    found = view() if view is not None else tensor.numpy()
    return found if isinstance(found, numpy.ndarray) else tensor.numpy()
