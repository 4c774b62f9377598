"""A model for training and one for tests, which have their variables in common; a function is handed both."""

import numpy as np
import tensorflow as tf


class Model(object):
    def __init__(self, is_training, batch, units=5):
        self.batch = batch
        self.x = tf.placeholder(tf.float32, [batch, 3])
        self.y = tf.placeholder(tf.float32, [batch, 1])
        w = tf.get_variable("w", [3, units], initializer=tf.random_normal_initializer(stddev=0.3, seed=1))
        h = tf.nn.tanh(tf.matmul(self.x, w))
        if is_training:
            h = tf.nn.dropout(h, 0.9, seed=3)
        with tf.variable_scope("out"):
            v = tf.get_variable("v", [units, 1], initializer=tf.random_normal_initializer(stddev=0.3, seed=2))
        self._cost = tf.reduce_mean(tf.square(tf.matmul(h, v) - self.y))
        if not is_training:
            return
        tvars = tf.trainable_variables()
        grads, _ = tf.clip_by_global_norm(tf.gradients(self._cost, tvars), 5.0)
        optimizer = tf.train.GradientDescentOptimizer(0.1)
        self._train_op = optimizer.apply_gradients(zip(grads, tvars))

    @property
    def cost(self):
        return self._cost

    @property
    def train_op(self):
        return self._train_op


def run_epoch(session, model, x, y, op=None):
    total = 0.0
    for at in range(0, len(x), model.batch):
        feed = {model.x: x[at : at + model.batch], model.y: y[at : at + model.batch]}
        if op is not None:
            cost, _ = session.run([model.cost, op], feed)
        else:
            cost = session.run(model.cost, feed)
        total += cost
    return total


def main():
    rng = np.random.RandomState(0)
    x = rng.rand(12, 3)
    y = x.sum(1, keepdims=True)
    with tf.Graph().as_default(), tf.Session() as session:
        with tf.variable_scope("model", reuse=None):
            m = Model(True, 4)
        with tf.variable_scope("model", reuse=True):
            test = Model(is_training=False, batch=1)
        session.run(tf.global_variables_initializer())
        for epoch in range(3):
            print("epoch", epoch, "cost %.5f" % run_epoch(session, m, x, y, m.train_op))
            print("test %.5f" % run_epoch(session, test, x[:2], y[:2]))


if __name__ == "__main__":
    main()
