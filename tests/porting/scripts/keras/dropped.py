"""Dropout with the share that is kept fed: half in training, all of it in the test."""

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2)
data = rng.rand(40, 5)
target = data.sum(axis=1, keepdims=True)

x = tf.placeholder(tf.float32, [None, 5])
y = tf.placeholder(tf.float32, [None, 1])
keep_prob = tf.placeholder(tf.float32)  # 0.5 in training
W1 = tf.Variable(tf.random_normal([5, 10], stddev=0.3))
b1 = tf.Variable(tf.zeros([10]))
W2 = tf.Variable(tf.random_normal([10, 1], stddev=0.3))
b2 = tf.Variable(tf.zeros([1]))
hidden = tf.nn.relu(tf.matmul(x, W1) + b1)
dropped = tf.nn.dropout(hidden, keep_prob)
output = tf.matmul(dropped, W2) + b2
loss = tf.reduce_mean(tf.square(output - y))
train_op = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(30):
        sess.run(train_op, feed_dict={x: data, y: target, keep_prob: 0.5})
    # A test between steps draws masks in TensorFlow 1, though it keeps all.
    print(sess.run(loss, feed_dict={x: data, y: target, keep_prob: 1.0}))
