import numpy as np
import tensorflow as tf

r = np.random.RandomState(5)
X = r.randn(12, 3).astype(np.float32); Y = r.randn(12, 1).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 3]); y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([3, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
op = tf.train.GradientDescentOptimizer(.05).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(12):
        b = slice(4 * (i % 3), 4 * (i % 3) + 4)
        s.run(op, {x: X[b], y: Y[b]})
        print('batch', i, 'loss %.6f' % s.run(loss, {x: X[b], y: Y[b]}))
