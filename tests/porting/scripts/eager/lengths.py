# Sequences of several lengths, forth by two cells, and both ways.
import numpy as np
import tensorflow as tf
from tensorflow.contrib import rnn

drawn = np.random.RandomState(2)
rows, lengths = drawn.rand(12, 5, 3).astype("float32"), drawn.randint(1, 6, 12)
sums = np.array([each[:length].sum() for each, length in zip(rows, lengths)])[:, None]
x = tf.placeholder(tf.float32, [None, 5, 3])
long = tf.placeholder(tf.int32, [None])
y = tf.placeholder(tf.float32, [None, 1])
with tf.variable_scope("forth"):
    cell = rnn.MultiRNNCell([rnn.BasicLSTMCell(4), rnn.BasicLSTMCell(3)])
    outputs, states = tf.nn.dynamic_rnn(cell, x, long, dtype=tf.float32)
with tf.variable_scope("both"):
    around, ends = tf.nn.bidirectional_dynamic_rnn(
        rnn.GRUCell(3), rnn.GRUCell(3), outputs, sequence_length=long, dtype=tf.float32
    )
last = tf.concat([states[-1].h, ends[0], ends[1], tf.reduce_sum(around[1], 1)], 1)
w = tf.Variable(tf.random_normal([12, 1], stddev=0.3))
loss = tf.reduce_mean(tf.square(tf.matmul(last, w) - y))
train = tf.train.AdamOptimizer(0.02).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(6):
        value, _ = sess.run([loss, train], {x: rows, y: sums, long: lengths})
        print(step, value)
    print(sess.run(around[1], {x: rows[:2], long: [2, 4]}))
