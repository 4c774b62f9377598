import numpy as np
import tensorflow as tf

image = (np.arange(25).reshape(1, 5, 5, 1) % 7 - 3).astype(np.float32)
kernel = np.array([1, -1, 0.5, 0.5, 2, -1, 0, 1, -0.5], np.float32).reshape(3, 3, 1, 1)
out = tf.keras.layers.Conv2D(1, 3, kernel_initializer=tf.constant_initializer(kernel))(image)
out = tf.keras.layers.MaxPooling2D(3)(out)
value = out.numpy()
print("mean %.5f" % value.mean())
print("first %.4f last %.4f" % (value.ravel()[0], value.ravel()[-1]))
