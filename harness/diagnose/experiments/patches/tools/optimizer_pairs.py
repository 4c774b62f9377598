"""What optimizers are handed, gradients and variables in pairs, for patches that change it."""

import functools
import threading

import tensorflow as tf
import tensorflow.compat.v1 as v1

from _harness_patches.tools import keras_names

_names, _counted = {}, {}
_inside = threading.local()


def name_of(variable):
    """The name of a variable as the watcher tells it: of several with one name, the second is ``NAME #2``."""
    if id(variable) not in _names:
        path = getattr(variable, "path", None) or getattr(variable, "name", "")
        path = path.partition(":")[0]
        _counted[path] = _counted.get(path, 0) + 1
        # The variable is kept, so that no other one gets its id.
        _names[id(variable)] = (path if _counted[path] == 1 else "%s #%d" % (path, _counted[path]), variable)
    return _names[id(variable)][0]


def hand(change, around=None):
    """Have every optimizer handed what ``change(pairs)`` gives in place of its pairs; ``around(pairs, apply)`` calls
    ``apply`` and gives what it gave."""

    def handed(pairs, apply):
        """``apply(pairs)`` with what is changed; within it one method of an optimizer calls another."""
        if getattr(_inside, "one", False):
            return apply(pairs)
        _inside.one = True
        try:
            pairs = change(pairs)
            return apply(pairs) if around is None else around(pairs, lambda: apply(pairs))
        finally:
            _inside.one = False

    def of_pairs(apply):
        @functools.wraps(apply)
        def applied(self, grads_and_vars, *args, **options):
            return handed(list(grads_and_vars), lambda pairs: apply(self, pairs, *args, **options))

        return applied

    def of_lists(apply):
        @functools.wraps(apply)
        def applied(self, grads, trainable_variables=None, *args, **options):
            variables = self._trainable_variables if trainable_variables is None else trainable_variables

            def in_lists(pairs):
                return apply(self, [each for each, _ in pairs], [each for _, each in pairs], *args, **options)

            return handed(list(zip(grads, variables)), in_lists)

        return applied

    v1.train.Optimizer.apply_gradients = of_pairs(v1.train.Optimizer.apply_gradients)
    if not hasattr(tf, "keras"):
        return
    kinds = keras_names.keras_classes("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam")
    owners = {each for kind in kinds for each in kind.__mro__ if each is not v1.train.Optimizer}
    for owner in owners:
        if "apply" in vars(owner) and hasattr(owner, "update_step"):
            owner.apply = of_lists(owner.apply)  # apply_gradients calls it
        elif "apply_gradients" in vars(owner) and not hasattr(owner, "apply"):
            owner.apply_gradients = of_pairs(owner.apply_gradients)
