import numpy as np
import tensorflow as tf

wave = np.array([[[1.], [-2.], [3.], [.5], [2.]]], np.float32)
kernel = np.array([[[.5, 1.]], [[-1., 0.]], [[2., .25]]], np.float32)
layer = tf.keras.layers.Conv1D(2, 3, padding='causal', use_bias=False, kernel_initializer=tf.constant_initializer(kernel))
print(np.round(layer(wave).numpy()[0], 4))
