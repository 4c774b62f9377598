"""A class with fit and predict, a Session of its own, properties that compute once, and a checkpoint."""

import os
import tempfile

import numpy as np
import tensorflow as tf


class Curve(object):
    """A net of one hidden layer.

    It saves itself.
    """

    def __init__(self, width, folder, units=4, verbose=True):
        self.width = width
        self.folder = folder
        self.verbose = verbose
        self._loss = None
        self._train = None
        self.graph = tf.Graph()
        with self.graph.as_default():
            self._build(units)
        self.sess = tf.Session(graph=self.graph)
        self.sess.run(self.init)

    def _build(self, units):
        self.x = tf.placeholder(tf.float32, [None, self.width], name="x")
        self.y = tf.placeholder(tf.float32, [None, 1], name="y")
        start = tf.random_normal_initializer(stddev=0.3, seed=1)
        hidden = tf.layers.dense(self.x, units, activation=tf.nn.tanh, kernel_initializer=start)
        self.out = tf.layers.dense(hidden, 1, kernel_initializer=tf.random_normal_initializer(stddev=0.3, seed=2))
        self.train
        self.init = tf.global_variables_initializer()
        self.saver = tf.train.Saver()

    @property
    def loss(self):
        if self._loss is None:
            self._loss = tf.reduce_mean(tf.square(self.out - self.y))
        return self._loss

    @property
    def train(self):
        if self._train is None:
            optimizer = tf.train.MomentumOptimizer(0.05, 0.9)
            self._train = optimizer.minimize(self.loss)
        return self._train

    def fit(self, X, Y, epochs=3):
        for epoch in range(epochs):
            loss = 0.0
            for at in range(0, len(X), 8):
                feed = {self.x: X[at : at + 8], self.y: Y[at : at + 8]}
                _, one = self.sess.run([self.train, self.loss], feed_dict=feed)
                loss += one
            if self.verbose:
                print("epoch", epoch, "loss %.5f" % loss)
        return self

    def predict(self, X):
        return self.sess.run(self.out, feed_dict={self.x: X})

    def save(self, step):
        self.saver.save(self.sess, os.path.join(self.folder, "curve"), global_step=step)

    def load(self, step):
        self.saver.restore(self.sess, os.path.join(self.folder, "curve-%d" % step))


def report(curve, X, Y):
    loss = curve.sess.run(curve.loss, {curve.x: X, curve.y: Y})
    print("loss %.6f" % loss, "first %.5f" % curve.predict(X[:1])[0, 0])


rng = np.random.RandomState(0)
X = rng.rand(24, 3).astype("float32")
Y = X.sum(1, keepdims=True) ** 2
curve = Curve(3, tempfile.mkdtemp())
curve.fit(X, Y)
curve.save(1)
report(curve, X, Y)
curve.fit(X, Y, epochs=1)
curve.load(1)
report(curve, X, Y)
