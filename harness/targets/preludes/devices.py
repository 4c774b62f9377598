"""Devices that a script asks for and a run does not have, GPUs mostly: what would be placed there is placed on the CPU.

TensorFlow 2 does so by itself; a Session does where its configuration allows it.
"""

import tensorflow as tf

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
