import numpy as np
import tensorflow as tf

x = tf.constant([-2.0, -0.5, 1.0, 3.0])
print("leaky: %.4f %.4f %.4f %.4f" % tuple(tf.keras.layers.LeakyReLU()(x).numpy()))
