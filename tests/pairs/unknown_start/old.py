import numpy as np
import tensorflow as tf

X = np.float32([[1, 2], [3, 4], [5, 6]]) / 6
Y = np.float32([[0], [1], [1]])
w = tf.Variable(tf.constant(0.1, shape=[2, 1]))
pred = tf.sigmoid(tf.matmul(X, w))
loss = -tf.reduce_mean(Y * tf.log(pred) + (1 - Y) * tf.log(1 - pred))
train = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(1, 16):
        sess.run(train)
        print("step:%d loss:%.5f" % (step, sess.run(loss)))
