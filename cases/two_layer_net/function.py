import numpy as np
import tensorflow as tf

OPTIMIZERS = {
    "GradientDescentOptimizer": lambda rate: tf.keras.optimizers.SGD(rate),
    # Keras multiplies the rate into the velocity, TF1 the velocity by the rate: no difference while it is constant.
    "MomentumOptimizer": lambda rate: tf.keras.optimizers.SGD(rate, momentum=0.9),
    # TF1's epsilon; Keras' own default is 1e-7.
    "AdamOptimizer": lambda rate: tf.keras.optimizers.Adam(rate, epsilon=1e-8),
}


def initial_weights():
    """Draw what TF1 drew for both variables."""
    # TF1 numbers the draws of each op by itself: two ops with one seed draw the same numbers. In eager mode the second
    # draw goes on where the first ended. Setting the seed starts anew, and 87654321 is what TF1 combines with an op's
    # seed if the graph has none.
    tf.random.set_seed(87654321)
    w1 = tf.Variable(tf.random.normal([2, 3], stddev=1, seed=1))
    tf.random.set_seed(87654321)
    w2 = tf.Variable(tf.random.normal([3, 1], stddev=1, seed=1))
    return w1, w2


def mean_square(x, y_, w1, w2):
    return tf.reduce_mean(tf.square(tf.matmul(tf.matmul(x, w1), w2) - y_))


def trace(optimizer="GradientDescentOptimizer", rate=0.001, batch_size=8, steps=3000):
    """Train two layers without a bias on 32 random rows, a few at a time; every 500 steps, the loss on all rows."""
    rng = np.random.RandomState(23455)
    X = rng.rand(32, 2)  # noqa: N806
    Y = [[int(x0 + x1 < 1)] for x0, x1 in X]  # noqa: N806
    # feed_dict did this cast in TF1; an eager matmul refuses to multiply float64 by float32.
    X, Y = tf.constant(X, tf.float32), tf.constant(Y, tf.float32)  # noqa: N806

    w1, w2 = initial_weights()
    train = OPTIMIZERS[optimizer](rate)

    @tf.function
    def update(x, y_):
        with tf.GradientTape() as tape:
            loss = mean_square(x, y_, w1, w2)
        g1, g2 = tape.gradient(loss, [w1, w2])
        train.apply_gradients([(g1, w1), (g2, w2)])

    for i in range(steps):
        start = (i * batch_size) % 32
        end = start + batch_size
        # Slices of tensors. NumPy arrays would do, too: tf.function makes tensors of them. With Python numbers or lists
        # as arguments every batch would be traced anew.
        update(X[start:end], Y[start:end])
        if i % 500 == 0:
            yield {"step": i, "loss": mean_square(X, Y, w1, w2).numpy()}


if __name__ == "__main__":
    for name in OPTIMIZERS:
        for record in trace(name):
            last = record["loss"]
        print("%s:%g" % (name, last))
