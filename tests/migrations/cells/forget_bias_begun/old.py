import numpy as np
import tensorflow as tf

rs = np.random.RandomState(11)
words = rs.normal(size=(4, 6, 2)).astype('float32')
label = rs.normal(size=(4, 3)).astype('float32')
W = [rs.normal(0, .4, (5, 12)).astype('float32'), rs.normal(0, .4, (6, 12)).astype('float32')]

x = tf.placeholder(tf.float32, [None, 6, 2])
y = tf.placeholder(tf.float32, [None, 3])
cells = [tf.nn.rnn_cell.BasicLSTMCell(3, forget_bias=0.0) for _ in range(2)]
_, states = tf.nn.dynamic_rnn(tf.nn.rnn_cell.MultiRNNCell(cells), x, dtype=tf.float32)
cost = tf.reduce_mean(tf.reduce_sum(tf.square(states[-1].h - y), 1))
step = tf.train.AdamOptimizer(0.01).minimize(cost)
kernels = [v for v in tf.trainable_variables() if 'kernel' in v.name]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for v, w in zip(kernels, W):
        v.load(w, sess)
    for it in range(10):
        c, _ = sess.run([cost, step], {x: words, y: label})
        print('iteration', it, 'cost %.5f' % c)
