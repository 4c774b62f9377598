import numpy as np
import tensorflow as tf

w = tf.Variable([[0.5], [-0.5]])
x = np.array([[1, 2], [3, 1], [0, 4]], np.float32)
y = np.array([[1], [2], [3]], np.float32)
loss = tf.losses.mean_squared_error(y, tf.matmul(x, w), weights=np.array([[1], [1], [0]], np.float32))
step = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        value, weights = sess.run([loss, w])
        print("%d loss %.5f w %.5f %.5f" % (i, value, weights[0, 0], weights[1, 0]))
        sess.run(step)
