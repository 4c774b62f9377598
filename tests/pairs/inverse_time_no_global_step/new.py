from __future__ import division, print_function
import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

np.random.seed(3)
xs = np.linspace(-1, 1, 40).astype("float32")[:, None]
ys = (0.7 * xs - 0.3 + 0.05 * np.random.randn(40, 1)).astype("float32")

X = tf.placeholder(tf.float32, (None, 1))
Y = tf.placeholder(tf.float32, (None, 1))
k = tf.get_variable("k", (1, 1), initializer=tf.constant_initializer(0.1))
c = tf.get_variable("c", (1,), initializer=tf.zeros_initializer())
mse = tf.reduce_mean((tf.matmul(X, k) + c - Y) ** 2)
step = tf.train.get_or_create_global_step()
rate = tf.train.inverse_time_decay(0.4, step, 5, 0.6)
train = tf.train.GradientDescentOptimizer(rate).minimize(mse)

with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for n in range(25):
        s.run(train, {X: xs, Y: ys})
        m, kk, cc = s.run([mse, k, c], {X: xs, Y: ys})
        print("%2d: mse=%.7f k=%.6f c=%.6f" % (n, m, kk[0, 0], cc[0]))
