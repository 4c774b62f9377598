import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 12).reshape(6, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1)).astype(np.float32)
generator = np.random.RandomState(3)
x, y = tf.placeholder(tf.float32, [None, 2]), tf.placeholder(tf.float32, [None])
w = tf.Variable([0.5, -0.5])
loss = tf.reduce_mean(tf.square(tf.reduce_sum(x * w, 1) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        order = generator.permutation(6)
        for rows in (order[:3], order[3:]):
            value, _ = sess.run([loss, train], {x: xs[rows], y: ys[rows]})
            print("epoch %d loss %.5f" % (epoch, value))
