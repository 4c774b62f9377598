import numpy as np
import tensorflow as tf

rng = np.random.RandomState(113)
X = rng.randn(30, 4).astype(np.float32)
Y = rng.randn(30, 1).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 4])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([4, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.MomentumOptimizer(0.01, 0.9).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(15):
        l, _ = sess.run([loss, train], {x: X, y: Y})
        print("%d %.6f" % (i, l))
