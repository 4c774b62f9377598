"""An LSTM of TF1 over short sequences."""

import numpy as np
import tensorflow as tf

data = np.random.RandomState(0).rand(12, 5, 3)
target = data.sum(axis=(1, 2)).reshape(-1, 1)

x = tf.placeholder(tf.float32, [None, 5, 3])
y = tf.placeholder(tf.float32, [None, 1])
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(6), tf.nn.rnn_cell.GRUCell(4)])
outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
prediction = tf.layers.dense(outputs[:, -1, :], 1)
loss = tf.losses.mean_squared_error(labels=y, predictions=prediction)
train_op = tf.train.GradientDescentOptimizer(0.05).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(40):
        _, value = sess.run([train_op, loss], {x: data, y: target})
        if step % 10 == 0:
            print("step %d: %.5f" % (step, value))
