"""A tf.function runs its Python code on every call, not only when it is traced."""

import tensorflow as tf

config = getattr(tf, "config", None)
switch = getattr(config, "run_functions_eagerly", None) or getattr(config, "experimental_run_functions_eagerly", None)
if switch is None:
    raise RuntimeError("TensorFlow %s has no tf.config.run_functions_eagerly" % tf.__version__)
switch(True)
