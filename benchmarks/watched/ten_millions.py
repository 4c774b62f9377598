"""Ten million parameters, 1000 steps of plain SGD, in a Session or in a function; prints what the sum came to."""

import numpy as np
import tensorflow as tf

SIZE = 10000000


def trace(style="function", steps=1000):
    start = np.full([1000, SIZE // 1000], 0.5, np.float32)
    last = in_function(start, steps) if style == "function" else in_session(start, steps, style == "session with loss")
    yield {"mean": last}


def in_function(start, steps):
    w = tf.Variable(start)
    optimizer = tf.keras.optimizers.SGD(100.0)

    @tf.function
    def train():
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(w))
        optimizer.apply_gradients([(tape.gradient(loss, w), w)])

    for _ in range(steps):
        train()
    return tf.reduce_mean(w).numpy()


def in_session(start, steps, with_loss):
    v1 = tf.compat.v1
    v1.disable_eager_execution()
    fed = v1.placeholder(tf.float32, start.shape)
    w = v1.Variable(fed)
    loss = tf.reduce_mean(tf.square(w))
    train = v1.train.GradientDescentOptimizer(100.0).minimize(loss)
    with v1.Session() as session:
        session.run(w.initializer, {fed: start})
        for _ in range(steps):
            session.run([train, loss] if with_loss else train)
        return session.run(tf.reduce_mean(w))
