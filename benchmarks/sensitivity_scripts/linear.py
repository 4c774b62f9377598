# A line through noisy points, one batch.
import numpy as np
import tensorflow as tf

tf.set_random_seed(1)
x = np.linspace(-1, 1, 50).astype(np.float32)
y = (2 * x - 1 + 0.3 * np.random.RandomState(0).randn(50)).astype(np.float32)
X = tf.placeholder(tf.float32, [None])
Y = tf.placeholder(tf.float32, [None])
w = tf.Variable(tf.random_normal([1]), name="w")
b = tf.Variable(tf.random_normal([1]), name="b")
cost = tf.reduce_mean(tf.square(X * w + b - Y))
train = tf.train.GradientDescentOptimizer(0.01).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(601):
        _, c, w_now, b_now = sess.run([train, cost, w, b], {X: x, Y: y})
        if step % 20 == 0:
            print(step, c, w_now, b_now)
