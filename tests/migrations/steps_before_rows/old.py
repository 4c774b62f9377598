import numpy as np
import tensorflow as tf

x = tf.constant(np.cos(np.arange(18.0)).reshape(3, 3, 2), tf.float32)
with tf.variable_scope("rnn", initializer=tf.constant_initializer(0.3)):
    _, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicRNNCell(2), x, dtype=tf.float32, time_major=True)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in sess.run(state):
        print("state %.5f %.5f" % tuple(row))
