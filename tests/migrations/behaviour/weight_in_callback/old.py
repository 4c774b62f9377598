import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 20).reshape(10, 2).astype(np.float32)
ys = np.cos(xs.sum(axis=1, keepdims=True)).astype(np.float32)
share = tf.placeholder(tf.float32, [])
w = tf.Variable([[0.3], [-0.6]])
out = tf.matmul(tf.constant(xs), w)
loss = tf.reduce_mean(tf.square(out - ys)) + share * tf.reduce_mean(tf.abs(out))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(6):
        value, _ = sess.run([loss, train], {share: 0.1 * epoch})
        print("epoch", epoch, "loss %.6f" % value)
