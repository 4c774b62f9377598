import numpy as np
import tensorflow as tf

g = np.random.RandomState(5)
inp = g.rand(10, 6).astype(np.float32); out = g.rand(10, 2).astype(np.float32)
k1, k2 = g.randn(6, 8).astype(np.float32), g.randn(8, 2).astype(np.float32)
h = tf.layers.dense(inp, 8, tf.nn.relu, kernel_initializer=tf.constant_initializer(k1))
o = tf.layers.dense(h, 2, kernel_initializer=tf.constant_initializer(k2))
loss = tf.losses.absolute_difference(out, o)
op = tf.train.MomentumOptimizer(.02, .9).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(12):
        print('it %d mae %.6f' % (i, s.run([loss, op])[0]))
