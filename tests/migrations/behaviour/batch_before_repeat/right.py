import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 14).reshape(7, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1)).astype(np.float32)
data = tf.data.Dataset.from_tensor_slices((xs, ys))
data = data.repeat(3)
data = data.batch(3)

w = tf.Variable([0.5, -0.5])
for x, y in data.take(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.reduce_sum(x * w, 1) - y))
    w.assign_sub(0.1 * tape.gradient(loss, w))
    print("loss %.5f" % loss.numpy())
