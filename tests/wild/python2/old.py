#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Logistic regression, as one wrote Python in 2016."""
import cPickle
import numpy as np
import tensorflow as tf

points = cPickle.load(open("points.pkl", "rb"))
xs, ys = np.array(points["x"], np.float32), np.array(points["y"], np.float32).reshape(-1, 1)
print "points:", len(xs), "features:", xs.shape[1]
for key, value in points.iteritems():
    print key, len(value),
print

batch_size = 10
batches = len(xs) / batch_size
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
b = tf.Variable(tf.zeros([1]))
logits = tf.matmul(x, w) + b
cost = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
train = tf.train.GradientDescentOptimizer(0.5).minimize(cost)

sess = tf.Session()
sess.run(tf.global_variables_initializer())
for epoch in xrange(20):
    for i in xrange(batches):
        part = slice(i * batch_size, (i + 1) * batch_size)
        sess.run(train, feed_dict={x: xs[part], y: ys[part]})
    if epoch % 5 == 0:
        print "Epoch %02d, cost = %.6f" % (epoch, sess.run(cost, feed_dict={x: xs, y: ys}))
right = np.sum((sess.run(logits, feed_dict={x: xs}) > 0) == (ys > 0))
print "right: %d of %d, %d percent" % (right, len(xs), 100 * right / len(xs))
