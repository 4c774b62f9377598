import numpy as np
import tensorflow as tf

np.random.seed(109)
X = np.random.randn(20, 3).astype(np.float32)
Y = np.random.randn(20, 1).astype(np.float32)
order = np.random.permutation(20)
X, Y = X[order], Y[order]
x = tf.placeholder(tf.float32, [None, 3])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([3, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for e in range(4):
        for i in range(0, 20, 5):
            l, _ = sess.run([loss, train], {x: X[i:i + 5], y: Y[i:i + 5]})
        print("epoch %d last batch loss %.5f" % (e, l))
