# Penalties that a graph has in a collection, a rate of another type, fetches with a name.
import numpy as np
import tensorflow as tf


def net(x, share):
    def weight(shape):
        made = tf.Variable(tf.truncated_normal(shape, stddev=0.5))
        if share is not None:
            tf.add_to_collection("losses", share * tf.nn.l2_loss(made))
        return made

    def layer(x, w):
        return tf.nn.tanh(tf.matmul(x, w))

    w = weight([2, 3])
    v = weight([3, 1])
    return tf.matmul(layer(x, w), v)


def scaled(shape, share):
    made = tf.Variable(tf.ones(shape))
    penalty = tf.multiply(tf.nn.l2_loss(made), share, name="penalty")
    tf.add_to_collection("losses", penalty)
    return made


x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
rate = tf.placeholder(tf.float64, [])
scale = scaled([1], 0.3)
error = tf.reduce_mean(tf.square(net(x, 0.1) * scale - y))
tf.add_to_collection("losses", error)
total = tf.add_n(tf.get_collection("losses"))
step = tf.train.AdamOptimizer(rate).minimize(total)
asked = [step, total, error]
random = np.random.RandomState(3)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(6):
        points = random.rand(5, 2)
        _, t, e = sess.run(asked, {x: points, y: points[:, :1], rate: 0.1 / (i + 1)})
        print("step", i, "total", t, "error", e)
