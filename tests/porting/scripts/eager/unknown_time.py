# Sequences whose length only a run knows.
import numpy as np
import tensorflow as tf
x = tf.placeholder(tf.float32, [None, None, 3])
n = tf.placeholder(tf.int32, [None])
y = tf.placeholder(tf.float32, [None, 1])
cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(4), tf.nn.rnn_cell.GRUCell(5)])
outputs, state = tf.nn.dynamic_rnn(cell, x, sequence_length=n, dtype=tf.float32)
pred = tf.layers.dense(state[-1], 1)
loss = tf.reduce_mean(tf.square(pred - y)) + tf.reduce_mean(outputs)
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
rs = np.random.RandomState(0)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        a = rs.rand(6, 5 + i, 3)
        l, _ = sess.run([loss, step], {x: a, n: rs.randint(1, 5 + i, 6), y: a.sum((1, 2))[:, None]})
        print(i, "loss", l)
