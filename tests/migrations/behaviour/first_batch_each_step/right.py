import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 14).reshape(7, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1)).astype(np.float32)
data = tf.data.Dataset.from_tensor_slices((xs, ys)).repeat().batch(3)

batches = iter(data)
w = tf.Variable([0.5, -0.5])
for step in range(6):
    x, y = next(batches)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.reduce_sum(x * w, 1) - y))
    w.assign_sub(0.1 * tape.gradient(loss, w))
    print("loss %.5f" % loss.numpy())
