import numpy as np
import tensorflow as tf


def trace():
    """Both draws repeat, but they are not those of TF1: the training starts elsewhere."""
    rng = np.random.RandomState(23455)
    X = rng.rand(32, 2)  # noqa: N806
    Y = [[int(x0 + x1 < 1)] for x0, x1 in X]  # noqa: N806
    X, Y = tf.constant(X, tf.float32), tf.constant(Y, tf.float32)  # noqa: N806

    # Wrong: stateless draws depend on nothing but their seed, but it is a seed of another kind.
    w1 = tf.Variable(tf.random.stateless_normal([2, 3], seed=[87654321, 1]))
    w2 = tf.Variable(tf.random.stateless_normal([3, 1], seed=[87654321, 1]))

    def mean_square(x, y_):
        return tf.reduce_mean(tf.square(tf.matmul(tf.matmul(x, w1), w2) - y_))

    for i in range(501):
        start = (i * 8) % 32
        end = start + 8
        with tf.GradientTape() as tape:
            loss = mean_square(X[start:end], Y[start:end])
        g1, g2 = tape.gradient(loss, [w1, w2])
        w1.assign_sub(0.001 * g1)
        w2.assign_sub(0.001 * g2)
        if i % 500 == 0:
            yield {"step": i, "loss": mean_square(X, Y).numpy()}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s training step(s), loss on all data is %(loss)g" % record)
