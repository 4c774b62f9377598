import numpy as np
import tensorflow as tf

np.random.seed(10)
N = 20
x = np.random.uniform(-1, 1, (N, 2)).astype(np.float32)
y = (x[:, :1] * 3 - x[:, 1:] + 1).astype(np.float32)

px = tf.placeholder(tf.float32, [N, 2])
py = tf.placeholder(tf.float32, [N, 1])
w = tf.Variable(tf.ones([2, 1]))
b = tf.Variable(0.0)
loss = tf.reduce_sum(tf.square(tf.matmul(px, w) + b - py))
train = tf.train.GradientDescentOptimizer(0.005).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(30):
        sess.run(train, {px: x, py: y})
        if epoch % 3 == 0:
            print("epoch %d loss %g b %g" % (epoch, sess.run(loss, {px: x, py: y}), sess.run(b)))
