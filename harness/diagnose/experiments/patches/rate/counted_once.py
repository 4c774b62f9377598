"""Steps counted once: no longer by the optimizer of TF1 where the script counts as well, nor by the script what an
optimizer of Keras counts."""

import functools

import tensorflow.compat.v1 as v1

from _harness_preludes.behaviours import counters


def uncounted(apply):
    @functools.wraps(apply)
    def applied(self, grads_and_vars, global_step=None, name=None):
        return apply(self, grads_and_vars, name=name)

    return applied


def left_to_the_optimizer(add, variable, args, options, line):
    if line is not None and counters.is_count_of_optimizer(variable):
        return None
    return add(variable, *args, **options)


v1.train.Optimizer.apply_gradients = uncounted(v1.train.Optimizer.apply_gradients)
counters.wrap_assign_add(left_to_the_optimizer)
