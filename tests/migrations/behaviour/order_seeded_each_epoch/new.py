import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 12).reshape(6, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1)).astype(np.float32)


def batches():
    generator = np.random.RandomState(3)
    order = generator.permutation(6)
    return [(xs[rows], ys[rows]) for rows in (order[:3], order[3:])]


w = tf.Variable([0.5, -0.5])
for epoch in range(3):
    for x, y in batches():
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(tf.reduce_sum(x * w, 1) - y))
        w.assign_sub(0.1 * tape.gradient(loss, w))
        print("epoch %d loss %.5f" % (epoch, loss.numpy()))
