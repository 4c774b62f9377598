import numpy as np
import tensorflow as tf

series = np.sin(np.arange(2 * 25) * 0.5).reshape(2, 25, 1).astype(np.float32)
kernel = np.linspace(-0.5, 0.5, 12).astype(np.float32).reshape(4, 3)
x = tf.placeholder(tf.float32, [2, 6, 1])
y = tf.placeholder(tf.float32, [2, 6, 1])
begin = tf.placeholder(tf.float32, [2, 3])
cell = tf.nn.rnn_cell.BasicRNNCell(3)
outputs, last = tf.nn.dynamic_rnn(cell, x, initial_state=begin)
head = tf.Variable(np.full((3, 1), 0.5, np.float32))
loss = tf.reduce_mean(tf.square(tf.tensordot(outputs, head, 1) - y))
train = tf.train.GradientDescentOptimizer(0.125).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    cell.set_weights([kernel, np.zeros(3)])
    for epoch in range(2):
        state = np.zeros((2, 3), np.float32)
        for i in range(0, 24, 6):
            fed = {x: series[:, i : i + 6], y: series[:, i + 1 : i + 7], begin: state}
            value, state, _ = sess.run([loss, last, train], fed)
            print("epoch %d chunk %d loss %.5f" % (epoch, i // 6, value))
