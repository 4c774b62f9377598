import numpy as np
import tensorflow as tf

x = np.sin(np.arange(24.0)).astype(np.float32).reshape(2, 4, 3)
kernel = (0.5 * np.cos(np.arange(80.0))).astype(np.float32).reshape(5, 16)[:, :8]
inputs = tf.constant(x)
with tf.variable_scope("net", initializer=tf.constant_initializer(kernel)):
    cell = tf.nn.rnn_cell.BasicLSTMCell(2)
    outputs, state = tf.nn.dynamic_rnn(cell, inputs, dtype=tf.float32)
loss = tf.reduce_mean(tf.square(state.h - 0.5))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(5):
        print("step %d loss %.6f" % (step, session.run(loss)))
        session.run(train)
