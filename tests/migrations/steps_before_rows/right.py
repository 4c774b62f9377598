import numpy as np
import tensorflow as tf

x = tf.constant(np.cos(np.arange(18.0)).reshape(3, 3, 2), tf.float32)
three_tenths = tf.constant_initializer(0.3)
layer = tf.keras.layers.SimpleRNN(2, kernel_initializer=three_tenths, recurrent_initializer=three_tenths)
for row in layer(tf.transpose(x, [1, 0, 2])).numpy():
    print("state %.5f %.5f" % tuple(row))
