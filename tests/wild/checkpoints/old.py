"""Trains, saves, builds the graph anew, restores and goes on."""
import os

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
x_train = rng.uniform(size=[64, 3]).astype(np.float32)
y_train = x_train.dot(np.array([[1.0], [-2.0], [0.5]], np.float32))


def build():
    tf.reset_default_graph()
    x = tf.placeholder(tf.float32, [None, 3])
    y = tf.placeholder(tf.float32, [None, 1])
    w = tf.get_variable("w", initializer=tf.zeros([3, 1]))
    b = tf.get_variable("b", initializer=tf.zeros([1]))
    loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
    train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)
    return {x: x_train, y: y_train}, loss, train, tf.train.Saver()


if not os.path.isdir("model"):
    os.makedirs("model")
feed, loss, train, saver = build()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(20):
        sess.run(train, feed)
    print("trained, loss", sess.run(loss, feed))
    saver.save(sess, "model/line.ckpt", global_step=20)

feed, loss, train, saver = build()
with tf.Session() as sess:
    saver.restore(sess, tf.train.latest_checkpoint("model"))
    print("restored, loss", sess.run(loss, feed))
    for step in range(20):
        sess.run(train, feed)
    print("trained on, loss", sess.run(loss, feed))
    saver.save(sess, "model/line.ckpt", global_step=40)
