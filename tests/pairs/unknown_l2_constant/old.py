import numpy as np
import tensorflow as tf

rng = np.random.RandomState(4)
X = rng.randn(60, 3).astype(np.float32)
y = (X.dot([[1.0], [0.5], [-1.0]]) + 0.1 * rng.randn(60, 1)).astype(np.float32)
w = tf.Variable(tf.ones([3, 1]))
data_loss = tf.reduce_mean(tf.square(tf.matmul(X, w) - y))
loss = data_loss + 0.01 * tf.nn.l2_loss(w)
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(20):
        sess.run(train)
        print("step %d: loss %.6f, w %s" % (i, sess.run(loss), sess.run(w).ravel()))
