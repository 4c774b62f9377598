import numpy as np
import tensorflow as tf

series = np.sin(np.arange(19) * 0.7).astype(np.float32)
x, y = tf.placeholder(tf.float32, [1, 3, 1]), tf.placeholder(tf.float32, [1, 1])
begin = tf.placeholder(tf.float32, [1, 2])
cell = tf.nn.rnn_cell.BasicRNNCell(2)
with tf.variable_scope("rnn", initializer=tf.constant_initializer(0.4)):
    _, state = tf.nn.dynamic_rnn(cell, x, initial_state=begin)
w = tf.Variable([[0.5], [-0.25]])
loss = tf.reduce_mean(tf.square(tf.matmul(state, w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(6):
        if i % 3 == 0:
            last = np.zeros((1, 2), np.float32)
        given = {x: series[3 * i : 3 * i + 3].reshape(1, 3, 1), y: series[3 * i + 3].reshape(1, 1), begin: last}
        value, last, _ = sess.run([loss, state, train], given)
        print("segment %d loss %.5f" % (i, value))
