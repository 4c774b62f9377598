"""Optimizers leave some variables as they are: ``CHANGE["variables"]`` are their names."""

import functools

import tensorflow as tf
import tensorflow.compat.v1 as v1

import patch_tools

left_alone = set(CHANGE["variables"])
names, counted = {}, {}


def name_of(variable):
    """The name of a variable as the watcher tells it: of several with one name, the second is ``NAME #2``."""
    if id(variable) not in names:
        path = getattr(variable, "path", None) or getattr(variable, "name", "")
        path = path.partition(":")[0]
        counted[path] = counted.get(path, 0) + 1
        # The variable is kept, so that no other one gets its id.
        names[id(variable)] = (path if counted[path] == 1 else "%s #%d" % (path, counted[path]), variable)
    return names[id(variable)][0]


def trained(pairs):
    pairs = [(gradient, variable, name_of(variable)) for gradient, variable in pairs]
    kept = [(gradient, variable) for gradient, variable, name in pairs if name not in left_alone]
    if not kept:
        raise RuntimeError("nothing else is trained")
    return kept


def of_pairs(apply):
    @functools.wraps(apply)
    def applied(self, grads_and_vars, *args, **options):
        return apply(self, trained(grads_and_vars), *args, **options)

    return applied


def of_lists(apply):
    @functools.wraps(apply)
    def applied(self, grads, trainable_variables=None, *args, **options):
        variables = self._trainable_variables if trainable_variables is None else trainable_variables
        kept = trained(zip(grads, variables))
        return apply(self, [each for each, _ in kept], [each for _, each in kept], *args, **options)

    return applied


v1.train.Optimizer.apply_gradients = of_pairs(v1.train.Optimizer.apply_gradients)
if hasattr(tf, "keras"):
    kinds = patch_tools.keras_classes("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam")
    owners = {each for kind in kinds for each in kind.__mro__ if each is not v1.train.Optimizer}
    for owner in owners:
        if "apply" in vars(owner) and hasattr(owner, "update_step"):
            owner.apply = of_lists(owner.apply)  # apply_gradients calls it
        elif "apply_gradients" in vars(owner) and not hasattr(owner, "apply"):
            owner.apply_gradients = of_pairs(owner.apply_gradients)
