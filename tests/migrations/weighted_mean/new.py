import numpy as np
import tensorflow as tf

w = tf.Variable([[0.5], [-0.5]])
x = np.array([[1, 2], [3, 1], [0, 4]], np.float32)
y = np.array([[1], [2], [3]], np.float32)
squares = tf.keras.losses.MeanSquaredError()
for i in range(5):
    with tf.GradientTape() as tape:
        loss = squares(y, tf.matmul(x, w), sample_weight=np.array([1, 1, 0], np.float32))
    print("%d loss %.5f w %.5f %.5f" % (i, loss, w[0, 0], w[1, 0]))
    w.assign_sub(0.05 * tape.gradient(loss, w))
