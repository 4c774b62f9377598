import numpy as np
import tensorflow as tf

r = np.random.RandomState(7)
X = r.randn(8, 3).astype(np.float32); Y = r.randn(8, 1).astype(np.float32)
w = tf.Variable(tf.ones([3, 1]) * .1, name='w')
loss = tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))
opt = tf.train.GradientDescentOptimizer(.5)
gv = opt.compute_gradients(loss)
op = opt.apply_gradients([(tf.clip_by_norm(g, .5), v) for g, v in gv])
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(10):
        print(i, 'loss %.6f' % s.run([loss, op])[0])
