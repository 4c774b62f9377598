import os
import tempfile

import numpy as np
import tensorflow as tf

folder = tempfile.mkdtemp()
path = os.path.join(folder, "model.ckpt")
rng = np.random.RandomState(0)
X = rng.rand(20, 2)
Y = X.dot([[1.0], [3.0]])


def build():
    x = tf.placeholder(tf.float32, [None, 2], name="x")
    y = tf.placeholder(tf.float32, [None, 1], name="y")
    w = tf.get_variable("w", [2, 1], initializer=tf.zeros_initializer())
    loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
    train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)
    return x, y, w, loss, train


with tf.Graph().as_default():
    x, y, w, loss, train = build()
    saver = tf.train.Saver()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(5):
            sess.run(train, {x: X, y: Y})
        print("first", sess.run(loss, {x: X, y: Y}))
        saver.save(sess, path)

tf.reset_default_graph()
with tf.Graph().as_default():
    x, y, w, loss, train = build()
    saver = tf.train.Saver()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        saver.restore(sess, path)
        print("restored", sess.run(loss, {x: X, y: Y}))
        for i in range(5):
            sess.run(train, {x: X, y: Y})
        print("second", sess.run(loss, {x: X, y: Y}), sess.run(w).ravel())
