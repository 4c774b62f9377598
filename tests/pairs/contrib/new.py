import numpy as np
import tensorflow as tf

x = tf.constant(np.arange(6, dtype=np.float32).reshape(3, 2))
h = tf.contrib.layers.fully_connected(x, 2, activation_fn=None, weights_initializer=tf.ones_initializer())
print('sum', tf.reduce_sum(h).numpy())
