"""A regression with layers of tf.layers."""

import numpy as np
import tensorflow as tf

data = np.linspace(-1, 1, 60).reshape(-1, 1)
target = np.sin(2 * data)

x = tf.placeholder(tf.float32, [None, 1])
y = tf.placeholder(tf.float32, [None, 1])
# three layers, the last without activation
hidden = tf.layers.dense(x, 16, tf.nn.relu)
second = tf.layers.dense(hidden, 8, activation=tf.nn.tanh)
output = tf.layers.dense(second, 1)
loss = tf.losses.mean_squared_error(y, output)
train_op = tf.train.AdamOptimizer(0.01).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(60):
        _, value = sess.run([train_op, loss], {x: data, y: target})
        if step % 20 == 0:
            print("step %d: %.5f" % (step, value))
    print(sess.run(output, {x: data[:2]}))
