import numpy as np
import tensorflow as tf

rng = np.random.RandomState(43)
X = rng.randn(40, 3).astype(np.float32)
Y = X.dot([[1.0], [2.0], [-1.0]]).astype(np.float32)

x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
lr = tf.placeholder(tf.float32, [])
w = tf.Variable(tf.zeros([3, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(lr).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(5):
        rate = 0.1 * 0.9 ** epoch
        for i in range(4):
            batch = {x: X[i * 10:i * 10 + 10], y: Y[i * 10:i * 10 + 10], lr: rate}
            sess.run(train, batch)
        print("epoch %d loss %.6f" % (epoch, sess.run(loss, {x: X, y: Y})))
