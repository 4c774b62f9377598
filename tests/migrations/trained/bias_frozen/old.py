import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
xs = rng.randn(40, 6).astype(np.float32)
ys = (xs[:, :1] * xs[:, 1:2]).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 6])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(0.1 * np.random.RandomState(1).randn(6, 10).astype(np.float32), name="weights")
v = tf.Variable(0.1 * np.random.RandomState(2).randn(10, 1).astype(np.float32), name="out")
b = tf.Variable(tf.zeros([10]), name="bias")
pred = tf.matmul(tf.sigmoid(tf.matmul(x, w) + b), v)
loss = tf.reduce_mean(tf.square(pred - y))
train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(15):
        l, _ = s.run([loss, train], {x: xs, y: ys})
        print("iter %d: loss %.5f" % (i, l))
