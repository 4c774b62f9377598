"""An autoencoder whose layers are made in loops, built by a function that gives its tensors back."""

import math

import numpy as np
import tensorflow as tf


def build(sizes=(12, 8, 4)):
    """Build a net that puts its input together again."""
    x = tf.placeholder(tf.float32, [None, sizes[0]], name="x")
    current = x
    kernels = []
    for place, size in enumerate(sizes[1:]):
        before = int(current.get_shape()[1])
        kernel = tf.Variable(tf.random_uniform([before, size], -1.0 / math.sqrt(before), 1.0 / math.sqrt(before)))
        bias = tf.Variable(tf.zeros([size]))
        kernels.append(kernel)
        current = tf.nn.tanh(tf.matmul(current, kernel) + bias)
    kernels.reverse()
    for place, size in enumerate(sizes[:-1][::-1]):
        bias = tf.Variable(tf.zeros([size]))
        current = tf.nn.tanh(tf.matmul(current, tf.transpose(kernels[place])) + bias)
    cost = tf.reduce_mean(tf.square(current - x))
    return {"x": x, "y": current, "cost": cost}


def run():
    net = build(sizes=(10, 6, 3))
    train = tf.train.GradientDescentOptimizer(0.2).minimize(net["cost"])
    data = np.random.RandomState(3).rand(24, 10)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    for step in range(40):
        sess.run(train, feed_dict={net["x"]: data})
        if step % 10 == 0:
            print(step, sess.run(net["cost"], feed_dict={net["x"]: data}))
    print(sess.run(net["y"], feed_dict={net["x"]: data[:1]}))


if __name__ == "__main__":
    run()
