import numpy as np
import tensorflow as tf

x = np.linspace(-3, 3, 13).astype(np.float32).reshape(13, 1)
start = tf.keras.initializers.Constant(0.75)
dense = tf.keras.layers.Dense(1, activation=lambda x: tf.nn.gelu(x, approximate=True), kernel_initializer=start)
for i, value in enumerate(np.ravel(dense(x))):
    print("row %d %.5f" % (i, value))
