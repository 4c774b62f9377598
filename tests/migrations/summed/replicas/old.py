import numpy as np
import tensorflow as tf

r = np.random.RandomState(2)
X = r.randn(6, 2).astype(np.float32); Y = r.randn(6, 1).astype(np.float32)
x = tf.placeholder(tf.float32, [6, 2]); y = tf.placeholder(tf.float32, [6, 1])
w = tf.Variable([[.3], [-.2]])
opt = tf.train.GradientDescentOptimizer(.2)
losses, grads = [], []
for xs, ys in zip(tf.split(x, 2), tf.split(y, 2)):
    losses.append(tf.reduce_mean(tf.square(tf.matmul(xs, w) - ys)))
    grads.append(tf.gradients(losses[-1], w)[0])
op = opt.apply_gradients([(tf.add_n(grads) / 2., w)])
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(4):
        print('step', i, 'loss %.6f' % s.run([tf.add_n(losses) / 2., op], {x: X, y: Y})[0])
