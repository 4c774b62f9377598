"""Tells what a script gets out of TensorFlow, in the order in which it does: of a Session all that its runs give, in
eager mode each tensor and variable of which the script asks ``numpy()``. What TensorFlow asks for itself is left out.
"""

import os
import sys

from tensorflow.python.client import session
from tensorflow.python.framework import ops

from _harness_preludes.watching.reduce import small

try:
    from tensorflow.python.ops import resource_variable_ops
except ImportError:
    resource_variable_ops = None

MOST = 10000
PACKAGES = os.sep + "site-packages" + os.sep
told = []


def tell(value):
    if isinstance(value, dict):
        value = [value[key] for key in sorted(value, key=str)]
    if isinstance(value, (list, tuple)):
        for each in value:
            tell(each)
    elif value is not None and len(told) < MOST:
        told.append(None)
        kind = getattr(getattr(value, "dtype", None), "kind", "O" if isinstance(value, (bytes, str)) else "f")
        array = small(value) if kind in "fiub" else None
        SETTING["see"]("handed", {"text": repr(value)} if array is None else {"array": array})


def in_sessions(run):
    def given(self, *args, **options):
        result = run(self, *args, **options)
        tell(result)
        return result

    return given


def in_eager(numpy):
    def given(self, *args, **options):
        result = numpy(self, *args, **options)
        if PACKAGES not in sys._getframe(1).f_code.co_filename:
            tell(result)
        return result

    return given


session.BaseSession.run = in_sessions(session.BaseSession.run)
tensors = getattr(getattr(ops, "EagerTensor", None), "__mro__", ())
variables = getattr(getattr(resource_variable_ops, "BaseResourceVariable", None), "__mro__", ())
for owner in [next((each for each in classes if "numpy" in vars(each)), None) for classes in (tensors, variables)]:
    if owner is not None:
        owner.numpy = in_eager(owner.numpy)
