import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

OPTIMIZERS = {
    "GradientDescentOptimizer": lambda rate: tf.train.GradientDescentOptimizer(rate),
    "MomentumOptimizer": lambda rate: tf.train.MomentumOptimizer(rate, 0.9),
    "AdamOptimizer": lambda rate: tf.train.AdamOptimizer(rate),
}


def trace(optimizer="GradientDescentOptimizer", rate=0.001, batch_size=8, steps=3000):
    """Train two layers without a bias on 32 random rows, a few at a time; every 500 steps, the loss on all rows."""
    rng = np.random.RandomState(23455)
    # float64, and Y a list of ints: feed_dict casts both to the placeholder's float32.
    X = rng.rand(32, 2)  # noqa: N806
    Y = [[int(x0 + x1 < 1)] for x0, x1 in X]  # noqa: N806

    x = tf.placeholder(tf.float32, shape=(None, 2))
    y_ = tf.placeholder(tf.float32, shape=(None, 1))
    # Both ops draw the same numbers, for they have the same seed: w2 is the first half of w1.
    w1 = tf.Variable(tf.random_normal([2, 3], stddev=1, seed=1))
    w2 = tf.Variable(tf.random_normal([3, 1], stddev=1, seed=1))
    y = tf.matmul(tf.matmul(x, w1), w2)
    loss = tf.reduce_mean(tf.square(y - y_))
    train_step = OPTIMIZERS[optimizer](rate).minimize(loss)

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(steps):
            start = (i * batch_size) % 32
            end = start + batch_size
            sess.run(train_step, feed_dict={x: X[start:end], y_: Y[start:end]})
            if i % 500 == 0:
                yield {"step": i, "loss": sess.run(loss, feed_dict={x: X, y_: Y})}


if __name__ == "__main__":
    for name in OPTIMIZERS:
        for record in trace(name):
            last = record["loss"]
        print("%s:%g" % (name, last))
