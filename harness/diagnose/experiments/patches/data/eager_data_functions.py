"""A tf.function, and a function of tf.data, runs its Python code on every call, not only when it is traced."""

import tensorflow as tf

data = getattr(getattr(tf, "data", None), "experimental", None)
if not hasattr(data, "enable_debug_mode") or not hasattr(tf.config, "run_functions_eagerly"):
    raise RuntimeError("TensorFlow %s has no tf.data.experimental.enable_debug_mode" % tf.__version__)
tf.config.run_functions_eagerly(True)
data.enable_debug_mode()
