import numpy as np
import tensorflow as tf

x = tf.constant(np.cos(np.arange(12.0)).reshape(2, 3, 2), tf.float32)
with tf.variable_scope("rnn", initializer=tf.constant_initializer(0.3)):
    cells = [tf.nn.rnn_cell.BasicRNNCell(2) for _ in range(2)]
    outputs, _ = tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], x, dtype=tf.float32)
last = tf.concat(outputs, 2)[:, -1]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in sess.run(last):
        print("last %.5f %.5f %.5f %.5f" % tuple(row))
