import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss on all rows falls too fast: 0.385707 after 500 rounds instead of 0.429111."""
    rng = np.random.RandomState(23455)
    X = rng.rand(32, 2)  # noqa: N806
    Y = [[int(x0 + x1 < 1)] for x0, x1 in X]  # noqa: N806

    x = tf.placeholder(tf.float32, shape=(None, 2))
    y_ = tf.placeholder(tf.float32, shape=(None, 1))
    w1 = tf.Variable(tf.random_normal([2, 3], stddev=1, seed=1))
    w2 = tf.Variable(tf.random_normal([3, 1], stddev=1, seed=1))
    error = tf.square(tf.matmul(tf.matmul(x, w1), w2) - y_)
    loss = tf.reduce_mean(error)
    # Wrong: the sum; the rate was chosen for the mean.
    train_step = tf.train.GradientDescentOptimizer(0.001).minimize(tf.reduce_sum(error))

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(501):
            start = (i * 8) % 32
            end = start + 8
            sess.run(train_step, feed_dict={x: X[start:end], y_: Y[start:end]})
            if i % 500 == 0:
                yield {"step": i, "loss": sess.run(loss, feed_dict={x: X, y_: Y})}


if __name__ == "__main__":
    for record in trace():
        print("After %(step)s training step(s), loss on all data is %(loss)g" % record)
