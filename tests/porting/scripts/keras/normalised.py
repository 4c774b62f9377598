"""Batch norm with a training flag and its updates."""

import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
data = rng.rand(40, 6) * 3 + 1
target = data[:, :1] - data[:, 1:2]

x = tf.placeholder(tf.float32, [None, 6])
y = tf.placeholder(tf.float32, [None, 1])
training = tf.placeholder(tf.bool)
hidden = tf.layers.dense(x, 8)
normal = tf.layers.batch_normalization(hidden, training=training)
active = tf.nn.relu(normal)
output = tf.layers.dense(active, 1)
loss = tf.reduce_mean(tf.square(output - y))
with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
    train_op = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(30):
        sess.run(train_op, {x: data, y: target, training: True})
        if step % 10 == 0:
            print(step, sess.run(loss, {x: data, y: target, training: False}))
