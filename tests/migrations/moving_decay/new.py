import numpy as np
import tensorflow as tf

x = np.array([[1, 2], [3, 5], [5, 2], [7, 7]], np.float32)
norm = tf.keras.layers.BatchNormalization()
for i in range(4):
    norm(x, training=True)
    print("after %d: mean %.6f %.6f" % ((i + 1,) + tuple(norm.moving_mean.numpy())))
