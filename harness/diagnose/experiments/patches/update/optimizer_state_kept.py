"""An optimizer of Keras that is made later goes on with what the one before it remembered of as many variables of the
same shapes."""

import functools

import tensorflow as tf

from _harness_patches.tools import keras_names

used = []


def variables_of(optimizer):
    found = optimizer.variables
    found = found() if callable(found) else found
    return [each for each in found if "learning_rate" not in getattr(each, "name", "")]


def make_ready(optimizer, variables):
    if hasattr(optimizer, "_create_all_weights"):
        optimizer._create_all_weights(variables)
    elif not getattr(optimizer, "built", False) and not getattr(optimizer, "_built", False):
        optimizer.build(variables)


def going_on(apply):
    @functools.wraps(apply)
    def applied(self, grads_and_vars, *args, **options):
        pairs = list(grads_and_vars)
        if not any(optimizer is self for optimizer, _ in used):
            variables = [variable for _, variable in pairs]
            shapes = [tuple(each.shape) for each in variables]
            with tf.init_scope():
                make_ready(self, variables)
                for optimizer, others in reversed(used):
                    if type(optimizer) is type(self) and others == shapes:
                        for mine, theirs in zip(variables_of(self), variables_of(optimizer)):
                            mine.assign(theirs)
                        break
            used.append((self, shapes))
        return apply(self, pairs, *args, **options)

    return applied


kinds = keras_names.keras_classes("SGD", "Adam", "Adagrad", "Adadelta", "RMSprop", "Ftrl", "Adamax", "Nadam")
owners = {each for kind in kinds for each in kind.__mro__ if "apply_gradients" in vars(each)}
for owner in owners:
    if hasattr(owner, "variables"):
        owner.apply_gradients = going_on(owner.apply_gradients)
