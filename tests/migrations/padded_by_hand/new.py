import numpy as np
import tensorflow as tf

x = np.linspace(0.0, 1.0, 36).reshape(1, 6, 6, 1).astype(np.float32)
kernel = np.linspace(-1.0, 1.0, 9).reshape(3, 3, 1, 1)
conv = tf.keras.layers.Conv2D(
    1, 3, strides=2, padding="same", use_bias=False, kernel_initializer=tf.constant_initializer(kernel)
)
for row in conv(x).numpy()[0, :, :, 0]:
    print("row: %.4f %.4f %.4f" % tuple(row))
