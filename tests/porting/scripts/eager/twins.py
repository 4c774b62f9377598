"""One net for two inputs, in a class: its variables are asked for by name, as large as what comes in."""

import numpy as np
import tensorflow as tf


class Twins(object):
    def __init__(self, width, margin=1.0):
        self.margin = margin
        self.left = tf.placeholder(tf.float32, [None, width])
        self.right = tf.placeholder(tf.float32, [None, width])
        self.same = tf.placeholder(tf.float32, [None])
        with tf.variable_scope("twins") as scope:
            self.first = self.embed(self.left)
            scope.reuse_variables()
            self.second = self.embed(self.right)
        self.loss = self.contrast()

    def embed(self, x):
        hidden = tf.nn.tanh(self.layer(x, 6, "hidden"))
        return self.layer(hidden, 2, "out")

    def layer(self, x, width, name):
        size = x.get_shape()[1]
        with tf.variable_scope(name):
            w = tf.get_variable("w", [size, width], initializer=tf.truncated_normal_initializer(stddev=0.4, seed=3))
            b = tf.get_variable("b", [width], initializer=tf.constant_initializer(0.01))
        return tf.matmul(x, w) + b

    def contrast(self):
        apart = tf.reduce_sum(tf.square(self.first - self.second), 1)
        near = self.same * apart
        far = (1.0 - self.same) * tf.square(tf.maximum(self.margin - tf.sqrt(apart + 1e-6), 0))
        return tf.reduce_mean(near + far)


sess = tf.InteractiveSession()
twins = Twins(4)
train = tf.train.GradientDescentOptimizer(0.1).minimize(twins.loss)
tf.global_variables_initializer().run()
rng = np.random.RandomState(1)
for step in range(12):
    left, right = rng.rand(8, 4), rng.rand(8, 4)
    same = (left[:, 0] > right[:, 0]).astype("float")
    _, loss = sess.run([train, twins.loss], feed_dict={twins.left: left, twins.right: right, twins.same: same})
    if step % 4 == 0:
        print("step %d loss %.4f" % (step, loss))
print(twins.first.eval({twins.left: np.ones([1, 4])}))
