"""Trained variables of eager mode are moved when they are made and after each update of them.

An update is found by what a variable holds: where a step begins (``GradientTape``) or a ``tf.function`` has run, each
that holds something else than it did when it was last moved is moved again.
"""

import functools
import sys
import weakref

import numpy

from _harness_preludes.perturbing.values import digest, is_floating, is_turn

_FUNCTIONS = (
    ("tensorflow.python.eager.polymorphic_function.polymorphic_function", "Function"),
    ("tensorflow.python.eager.def_function", "Function"),
    ("tensorflow.python.eager.function", "PolymorphicFunction"),
)


def install(mover):
    """Have variables watched, where this release has an eager mode."""
    context = sys.modules.get("tensorflow.python.eager.context")
    variables = sys.modules.get("tensorflow.python.ops.resource_variable_ops")
    if context is None or not hasattr(variables, "ResourceVariable"):
        return
    is_eager = getattr(context, "executing_eagerly", None) or context.in_eager_mode
    watch = _Watch(mover, is_eager, variables)
    kind = variables.ResourceVariable
    kind.__init__ = watch.making(kind.__init__)
    done = set()
    for place, name in _FUNCTIONS:
        found = getattr(sys.modules.get(place), name, None)
        if found is None or found in done:
            continue
        done.add(found)
        own = vars(sys.modules[place]).get("UnliftedInitializerVariable")
        if own is not None:
            own.__init__ = watch.making(own.__init__)
        found.__call__ = watch.calling(found.__call__)
    tape = getattr(sys.modules.get("tensorflow.python.eager.backprop"), "GradientTape", None)
    if tape is not None:
        tape.__enter__ = watch.entering(tape.__enter__)


class _Watch(object):
    """The trained variables of a script, each with a digest of what it held when it was last moved."""

    def __init__(self, mover, is_eager, variables):
        self.mover = mover
        self.is_eager = is_eager
        self.assign = variables.assign_variable_op if hasattr(variables, "assign_variable_op") else None
        if self.assign is None:
            self.assign = variables.gen_resource_variable_ops.assign_variable_op
        self.known = []
        self.depth = 0
        self.steps = 0

    def making(self, make):
        @functools.wraps(make)
        def made(variable, *args, **options):
            make(variable, *args, **options)
            if getattr(variable, "trainable", getattr(variable, "_trainable", False)):
                entry = [weakref.ref(variable), None]
                self.known.append(entry)
                if self.is_eager():
                    self.move(entry, keep_whole=False)

        return made

    def calling(self, call):
        @functools.wraps(call)
        def called(function, *args, **options):
            self.depth += 1
            try:
                return call(function, *args, **options)
            finally:
                self.depth -= 1
                if not self.depth and self.is_eager():
                    self.move_changed()

        return called

    def entering(self, enter):
        @functools.wraps(enter)
        def entered(tape):
            if not self.depth and self.is_eager():
                self.move_changed()
            return enter(tape)

        return entered

    def move_changed(self):
        self.steps += 1
        if not is_turn(self.steps):
            return
        self.known = [entry for entry in self.known if entry[0]() is not None]
        for entry in self.known:
            self.move(entry, keep_whole=entry[1] is not None)

    def move(self, entry, keep_whole):
        """Move a variable that holds something else than when it was last moved; one without a value yet waits."""
        variable = entry[0]()
        try:
            if not is_floating(numpy.dtype(variable.dtype.base_dtype.as_numpy_dtype)):
                return
            value = variable.numpy()
        except Exception:  # it has no value yet, or belongs to a graph
            return
        if entry[1] == digest(value):
            return
        moved = self.mover.moved(value, keep_whole)
        self.assign(variable.handle, _constant(moved, variable))
        entry[1] = digest(moved)


def _constant(value, variable):
    from tensorflow.python.framework import ops

    return ops.convert_to_tensor(value, dtype=variable.dtype.base_dtype)
