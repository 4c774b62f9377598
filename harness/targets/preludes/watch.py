"""Watches a script's training: every update of trained variables is counted, and some are told of.

``SETTING["apart"]`` are the numbers of steps that are taken apart: whole arrays, and what the forward pass put out, or
that alone where ``SETTING["whole"]`` is false;
``SETTING["passes"]`` is for a script that trains nothing, of which all that it computes is told. Not
a line of the script is changed, and no op is added to a graph of TF1.
"""

import atexit

from _harness_preludes.watching import gradients, session
from _harness_preludes.watching.steps import Steps

steps = Steps(
    SETTING["see"],
    SETTING.get("apart", ()),
    SETTING.get("passes", False),
    SETTING.get("script"),
    SETTING.get("whole", True),
)
atexit.register(steps.end)  # the first, and so the last that is done
try:
    gradients.watch()
    session.watch(steps)
except (ImportError, AttributeError) as error:
    steps.remark("sessions are not watched: %s" % error)
try:
    from tensorflow.python.eager.backprop import GradientTape
except ImportError:
    GradientTape = None  # before eager mode
if GradientTape is not None:
    from _harness_preludes.watching import eager

    eager.watch(steps)
