import numpy as np
import tensorflow as tf

x = tf.constant([-2.0, -0.5, 1.0, 3.0])
leaky = tf.keras.layers.LeakyReLU()
for i in range(3):
    hidden = tf.nn.dropout(leaky(x), 0.75, seed=5)
    print("pass %d: %.4f %.4f %.4f %.4f" % ((i,) + tuple(hidden.numpy())))
