import numpy as np
import tensorflow as tf

x = np.cos(np.arange(48)).reshape(16, 3).astype(np.float32)
t = (x[:, :1] - x[:, 1:2] * x[:, 2:]).astype(np.float32)
w = tf.Variable(tf.fill([3, 1], 0.5))
b = tf.Variable(0.0)
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - t))
train = tf.train.GradientDescentOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.6f b %.6f" % (i, sess.run(loss), sess.run(b)))
        sess.run(train)
