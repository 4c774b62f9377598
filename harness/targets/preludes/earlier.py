"""What TensorFlow had before 0.12.

``SETTING["modules"]`` has for the place of a module then its place now; one that is there stays as it is. With
``SETTING["averages"]`` an average of a tensor in a scope that is used again moves as it did before, and does from 1.0
on: 0.12 corrects it at its start, by variables that it cannot make in such a scope.
"""

import functools
import importlib
import importlib.util
import sys

import tensorflow as tf


def give_module(old, new):
    package, _, name = old.rpartition(".")
    try:
        parent, module = importlib.import_module(package), importlib.import_module(new)
    except ImportError:
        return
    if hasattr(parent, name) or importlib.util.find_spec(old) is not None:
        return
    sys.modules[old] = module
    setattr(parent, name, module)
    if "used" in SETTING:
        SETTING["used"](old)


def corrected_where_it_can_be(correct):
    @functools.wraps(correct)
    def change(average, value, decay):
        try:
            return correct(average, value, decay)
        except ValueError as error:
            if not tf.get_variable_scope().reuse or "biased" not in str(error):
                raise
            if "used" in SETTING:
                SETTING["used"]("averages in a scope that is used again")
            return (average - value) * decay

    return change


if SETTING["averages"] and tf.__version__.startswith("0.12"):
    from tensorflow.python.training import moving_averages

    moving_averages._zero_debias = corrected_where_it_can_be(moving_averages._zero_debias)

for old, new in sorted(SETTING["modules"].items()):
    give_module(old, new)
