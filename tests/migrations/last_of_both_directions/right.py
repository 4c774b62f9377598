import numpy as np
import tensorflow as tf

x = tf.constant(np.cos(np.arange(12.0)).reshape(2, 3, 2), tf.float32)
three_tenths = tf.constant_initializer(0.3)
layer = tf.keras.layers.SimpleRNN(
    2, return_sequences=True, kernel_initializer=three_tenths, recurrent_initializer=three_tenths
)
both = tf.keras.layers.Bidirectional(layer)
for row in both(x)[:, -1].numpy():
    print("last %.5f %.5f %.5f %.5f" % tuple(row))
