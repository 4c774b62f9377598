"""Watches training outside of graphs of TF1, in eager mode and in functions: every way in which a script asks a tape,
assigns, has an optimizer apply gradients or calls a function goes through here.

A step begins where an optimizer is handed gradients, or where the script itself assigns to a variable for which it has
just asked a tape for the gradient; it ends when the variables have been updated.
"""

import atexit

from tensorflow.python.eager import backprop
from tensorflow.python.ops import resource_variable_ops

from _harness_preludes.watching import state
from _harness_preludes.watching.eager_beginnings import Beginnings
from _harness_preludes.watching.eager_functions import here, is_eager, leave_seeds_alone
from _harness_preludes.watching.eager_steps import EagerSteps


def watch(steps):
    """Watch all training outside of graphs from now on."""
    eager = EagerSteps(steps)
    beginnings = Beginnings(eager)
    gradient = backprop.GradientTape.gradient

    def asked(self, target, sources, *args, **options):
        eager.forward.stop()
        found = gradient(self, target, sources, *args, **options)
        with eager.quietly():
            beginnings.gradient_asked(target, sources, found)
        return found

    backprop.GradientTape.gradient = asked
    state.watch(lambda value: None if eager.gate.is_own else steps.reduce(-1, value))
    for kind in {resource_variable_ops.ResourceVariable, _base_variable()}:
        for name in ("assign", "assign_sub", "assign_add"):
            if name in vars(kind):
                setattr(kind, name, _assigning(vars(kind)[name], beginnings))
    for kind in _optimizers():
        for name in ("apply_gradients", "apply"):
            if name in vars(kind):
                setattr(kind, name, _applying(vars(kind)[name], name, beginnings))
    for kind in _functions():
        kind.__call__ = _calling(kind.__call__, eager)
    leave_seeds_alone()
    _leave_uncompiled(steps)
    atexit.register(eager.end)


def _base_variable():
    return getattr(resource_variable_ops, "BaseResourceVariable", resource_variable_ops.ResourceVariable)


def _assigning(original, beginnings):
    def assign(self, *args, **options):
        return beginnings.assigned(self, lambda: original(self, *args, **options))

    return assign


def _applying(original, name, beginnings):
    def apply_gradients(self, grads_and_vars, *args, **options):
        pairs = list(grads_and_vars)
        return beginnings.applied(self, pairs, lambda: original(self, pairs, *args, **options))

    def apply(self, grads, trainable_variables=None, *args, **options):
        if not hasattr(self, "update_step"):  # of TF1 it is another method
            return original(self, grads, trainable_variables, *args, **options)
        variables = getattr(self, "_trainable_variables", ()) if trainable_variables is None else trainable_variables
        grads, variables = list(grads), list(variables)
        given = trainable_variables if trainable_variables is None else variables
        return beginnings.applied(
            self, list(zip(grads, variables)), lambda: original(self, grads, given, *args, **options)
        )

    return apply_gradients if name == "apply_gradients" else apply


def _optimizers():
    """The classes that say how any optimizer applies gradients: of TF1, and of the Keras that are there."""
    import tensorflow as tf
    from tensorflow.python.training import optimizer

    found = {optimizer.Optimizer}
    keras = getattr(tf, "keras", None)
    spaces = [getattr(keras, "optimizers", None), getattr(getattr(keras, "optimizers", None), "legacy", None)]
    for space in spaces:
        for name in ("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam", "AdamW"):
            kind = getattr(space, name, None)
            for each in getattr(kind, "__mro__", ()):
                if "apply_gradients" in vars(each) or ("apply" in vars(each) and hasattr(each, "update_step")):
                    found.add(each)
    return found


def _functions():
    found = set()
    for name in ("def_function", "polymorphic_function.polymorphic_function"):
        try:
            module = __import__("tensorflow.python.eager." + name, fromlist=["Function"])
        except ImportError:
            continue
        if hasattr(module, "Function"):
            found.add(module.Function)
    return found


def _calling(original, eager):
    def call(self, *args, **options):
        compiled = bool(getattr(self, "_jit_compile", None) or getattr(self, "_experimental_compile", None))
        was, here.compiled = getattr(here, "compiled", False), getattr(here, "compiled", False) or compiled
        outermost = is_eager() and not getattr(here, "calling", None)
        if outermost:
            here.calling = self
        try:
            if not outermost:
                eager.traced_within(self, getattr(here, "calling", None))
                return original(self, *args, **options)
            if eager.compiled:
                with eager.quietly():
                    eager.begin_compiled(self)
            return eager.gate.around(self, lambda: original(self, *args, **options))
        finally:
            here.compiled = was
            if outermost:
                here.calling = None
                if eager.open is not None:
                    with eager.quietly():
                        eager.finish()

    return call


def _leave_uncompiled(steps):
    """Keras 3 compiles the steps of ``fit`` by XLA unless it is told not to."""
    import sys

    module = sys.modules.get("keras.src.trainers.trainer")
    supports = getattr(module, "model_supports_jit", None)
    if supports is None:
        return

    def uncompiled(model):
        if supports(model):
            remark = "the steps of fit, which Keras compiles by XLA, are watched uncompiled: last digits may move"
            steps.remark(remark, counts=True)
        return False

    module.model_supports_jit = uncompiled
