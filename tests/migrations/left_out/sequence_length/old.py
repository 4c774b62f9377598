import numpy as np
import tensorflow as tf

values = np.sin(np.arange(24.0)).astype(np.float32).reshape(3, 4, 2)
lengths = [4, 2, 3]
target = np.array([[0.5], [-0.2], [0.1]], np.float32)
x = tf.placeholder(tf.float32, [None, 4, 2])
y = tf.placeholder(tf.float32, [None, 1])
n = tf.placeholder(tf.int32, [None])
with tf.variable_scope("net", initializer=tf.constant_initializer(0.3)):
    cell = tf.nn.rnn_cell.BasicRNNCell(3)
    outputs, state = tf.nn.dynamic_rnn(cell, x, sequence_length=n, dtype=tf.float32)
    out = tf.layers.dense(state, 1)
loss = tf.reduce_mean(tf.square(out - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(4):
        print("step %d loss %.4f" % (step, session.run([loss, train], {x: values, y: target, n: lengths})[0]))
