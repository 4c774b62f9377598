import os
import tempfile

import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 8).reshape(4, 2).astype(np.float32)
y = np.array([[1.0], [0.0], [0.5], [2.0]], np.float32)
w = tf.Variable([[0.5], [-0.5]])
b = tf.Variable([0.1])
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
train = tf.train.MomentumOptimizer(0.1, 0.8).minimize(loss)
saver = tf.train.Saver()
path = os.path.join(tempfile.mkdtemp(), "state")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(3):
        print("step %d loss %.5f" % (step, sess.run([loss, train])[0]))
    saver.save(sess, path)
with tf.Session() as sess:
    saver.restore(sess, path)
    for step in range(3, 6):
        print("step %d loss %.5f" % (step, sess.run([loss, train])[0]))
