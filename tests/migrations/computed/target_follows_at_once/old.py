import numpy as np
import tensorflow as tf

rng = np.random.RandomState(8)
S = rng.randn(20, 3).astype(np.float32)
R = rng.randn(20, 1).astype(np.float32)
S2 = rng.randn(20, 3).astype(np.float32)
W0 = (0.1 * rng.randn(3, 1)).astype(np.float32)
tau = 0.01

w = tf.Variable(W0, name="critic")
wt = tf.Variable(W0, name="critic_target", trainable=False)
s, r, s2 = tf.placeholder(tf.float32, [None, 3]), tf.placeholder(tf.float32, [None, 1]), tf.placeholder(tf.float32, [None, 3])
y = r + 0.99 * tf.matmul(s2, wt)
loss = tf.losses.mean_squared_error(tf.stop_gradient(y), tf.matmul(s, w))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
soft = tf.assign(wt, tau * w + (1 - tau) * wt)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(20):
        sess.run(train, {s: S, r: R, s2: S2})
        sess.run(soft)
        print("%d %.5f" % (k, sess.run(loss, {s: S, r: R, s2: S2})))
