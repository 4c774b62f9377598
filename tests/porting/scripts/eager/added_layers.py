"""Layers by a function that makes variables and computes with them."""

import numpy as np
import tensorflow as tf


def add_layer(inputs, rows, columns, activation=None):
    weights = tf.Variable(tf.random_normal([rows, columns]))
    biases = tf.Variable(tf.zeros([1, columns]) + 0.1)
    total = tf.matmul(inputs, weights) + biases
    if activation is None:
        return total
    return activation(total)


xs = tf.placeholder(tf.float32, [None, 1])
ys = tf.placeholder(tf.float32, [None, 1])
hidden = add_layer(xs, 1, 10, activation=tf.nn.tanh)
prediction = add_layer(hidden, 10, 1)
loss = tf.reduce_mean(tf.reduce_sum(tf.square(ys - prediction), reduction_indices=[1]))
train_step = tf.train.AdamOptimizer(0.01).minimize(loss)
data = np.linspace(-1, 1, 40)[:, np.newaxis]

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(50):
    sess.run(train_step, feed_dict={xs: data, ys: np.square(data) - 0.5})
    if i % 10 == 0:
        print("%d: %.4f" % (i, sess.run(loss, feed_dict={xs: data, ys: np.square(data) - 0.5})))
