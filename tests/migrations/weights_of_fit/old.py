import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 12).reshape(6, 2).astype(np.float32)
y = np.linspace(0.0, 1.0, 6).reshape(6, 1).astype(np.float32)
given = np.array([1, 0, 2, 0, 0, 1], np.float32)
w = tf.Variable([[0.5], [-0.5]])
loss = tf.losses.mean_squared_error(y, tf.matmul(x, w), weights=given[:, None])
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        print("step %d loss %.5f" % (i, sess.run([loss, train])[0]))
