import numpy as np
import tensorflow as tf

rs = np.random.RandomState(9)
X = rs.rand(20, 2).astype(np.float32)
y = X.dot([[1.0], [-2.0]]).astype(np.float32)
px = tf.placeholder(tf.float32, [None, 2])
py = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
b = tf.Variable(tf.zeros([1]))
loss = tf.reduce_mean(tf.square(tf.matmul(px, w) + b - py))
train = tf.train.RMSPropOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(8):
        l, _ = sess.run([loss, train], {px: X, py: y})
        print("Epoch {}/8 - loss: {:.4f}".format(epoch + 1, l))
