import numpy as np
import tensorflow as tf

rng = np.random.RandomState(37)
X = rng.randn(10, 5, 3).astype(np.float32)
Y = rng.randn(10, 1).astype(np.float32)
GK = (rng.randn(7, 8) * 0.3).astype(np.float32)
CK = (rng.randn(7, 4) * 0.3).astype(np.float32)
D = (rng.randn(4, 1) * 0.3).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 5, 3])
y = tf.placeholder(tf.float32, [None, 1])
cell = tf.nn.rnn_cell.GRUCell(4)
_, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
pred = tf.layers.dense(state, 1, use_bias=False, kernel_initializer=tf.constant_initializer(D))
loss = tf.reduce_mean(tf.square(pred - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
gk, gb, ck, cb = cell.weights
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run([gk.assign(GK), gb.assign(np.zeros(8)), ck.assign(CK)])
    for i in range(8):
        l, _ = sess.run([loss, train], {x: X, y: Y})
        print("step %d loss %.6f" % (i, l))
