import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 64).astype(np.float32).reshape(1, 8, 8, 1)
one = tf.keras.layers.Conv2D(
    1, 3, 2, padding="same", activation="relu", kernel_initializer=tf.keras.initializers.Constant(0.25)
)
two = tf.keras.layers.Conv2D(
    1, 3, 2, padding="same", activation="relu", kernel_initializer=tf.keras.initializers.Constant(0.5)
)
for i, value in enumerate(np.ravel(two(one(x)))):
    print("cell %d %.6f" % (i, value))
