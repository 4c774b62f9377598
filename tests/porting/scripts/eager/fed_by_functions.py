# What runs feed is given by functions: one sees the placeholders, another one is always given them.
import numpy as np
import tensorflow as tf

points = np.random.RandomState(1).rand(90, 3).astype("float32")
x = tf.placeholder(tf.float32, [None, 3], name="x")
y = tf.placeholder(tf.float32, [None, 1])
share = tf.placeholder(tf.float32)
w = tf.Variable(tf.zeros([3, 1]))
b = tf.Variable(0.1)
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) * share + b - y))
largest = tf.reduce_max(x)
train_step = tf.train.GradientDescentOptimizer(0.2).minimize(loss)


def feed_dict(train):
    """What the placeholders are given."""
    if train:
        rows, kept = points[:60], 0.9
    else:
        rows, kept = points[60:], 1.0
    return {x: rows, y: rows.sum(axis=1, keepdims=True), share: kept}


def fill(rows, inputs, targets):
    feed = {inputs: rows, targets: rows.sum(axis=1, keepdims=True)}
    feed[share] = 1.0
    return feed


with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        _, value = sess.run([train_step, loss], feed_dict=feed_dict(True))
        print(step, value, sess.run(loss, feed_dict=feed_dict(False)), sess.run(largest, feed_dict=feed_dict(False)))
        feed = fill(points[:10], x, y)
        print(sess.run(loss, feed_dict=feed), sess.run(largest, feed))
