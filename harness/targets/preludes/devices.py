"""Devices that a script asks for and a run does not have, GPUs mostly: what would be placed there is placed on the CPU.

TensorFlow 2 does so by itself; a Session does where its configuration allows it. Eager mode of TensorFlow 1 has no such
setting: there the name of the device is another one.
"""

import functools

import tensorflow as tf

try:
    from tensorflow.python.eager import context
    from tensorflow.python.framework import ops
except ImportError:  # no release before 1.5 has an eager mode
    context = ops = None

v1 = getattr(getattr(tf, "compat", None), "v1", tf)
if hasattr(v1, "Session"):
    from tensorflow.python.client import session

    original = session.BaseSession.__init__

    def with_soft_placement(self, target="", graph=None, config=None):
        if config is None:
            config = v1.ConfigProto()
        config.allow_soft_placement = True
        original(self, target, graph, config)

    session.BaseSession.__init__ = with_soft_placement


def on_the_cpu(name):
    """Give the name of a device, that of the CPU for a GPU where there is none."""
    asked = getattr(name, "to_string", lambda: name)()
    wants = isinstance(asked, str) and "gpu" in asked.lower()
    return "CPU:0" if wants and not context.context().num_gpus() else name


def placed(method, place):
    """A method that takes the name of a device, at that place behind ``self`` or by its name."""

    @functools.wraps(method)
    def instead(self, *words, **named):
        words = words[:place] + tuple(on_the_cpu(each) for each in words[place : place + 1]) + words[place + 1 :]
        named = {key: on_the_cpu(value) if key in ("name", "device_name") else value for key, value in named.items()}
        return method(self, *words, **named)

    return instead


# Up to 1.7 the mode that a program begins in has another name.
mode = getattr(context, "default_execution_mode", getattr(context, "_default_mode", 1))
if mode == getattr(context, "GRAPH_MODE", 0):
    for owner, name, place in (
        (getattr(context, "EagerContext", getattr(context, "Context", None)), "device", 0),
        (getattr(ops, "_EagerTensorBase", None), "_copy", 1),
    ):
        if hasattr(owner, name):
            setattr(owner, name, placed(getattr(owner, name), place))
