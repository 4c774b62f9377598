import numpy as np
import tensorflow as tf

x = np.array([[0.01, 0.05], [0.03, 0.02], [0.02, 0.08], [0.04, 0.01]], np.float32)
norm = tf.keras.layers.BatchNormalization(epsilon=1e-5)
for row in norm(x, training=True).numpy():
    print("row: %.4f %.4f" % tuple(row))
