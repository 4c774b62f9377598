import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
X = rng.randn(120, 2).astype(np.float32)
Y = (X[:, :1] - 0.5 * X[:, 1:]).astype(np.float32)
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.MomentumOptimizer(0.01, 0.9).minimize(loss)
batch_size = 20
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(10):
        for k in range(0, 120, batch_size):
            sess.run(train, {x: X[k:k + batch_size], y: Y[k:k + batch_size]})
        print("epoch %2d  loss %.6f" % (epoch, sess.run(loss, {x: X, y: Y})))
