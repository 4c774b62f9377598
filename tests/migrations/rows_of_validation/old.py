import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 16).reshape(8, 2).astype(np.float32)
y = np.cos(x.sum(axis=1, keepdims=True)).astype(np.float32)
w = tf.Variable([[0.5], [-0.5]])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(4):
        print("epoch %d loss %.5f" % (epoch, sess.run([loss, train])[0]))
