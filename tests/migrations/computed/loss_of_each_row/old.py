import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 80).astype(np.float32).reshape(40, 2)
y = (x[:, :1] - 2 * x[:, 1:] + 0.5).astype(np.float32)
w = tf.Variable([[0.5], [0.25]])
b = tf.Variable([0.0])
loss = tf.losses.mean_squared_error(y, tf.matmul(x, w) + b)
train = tf.train.GradientDescentOptimizer(0.0078125).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(6):
        print("step %d loss %.4f" % (i, sess.run([loss, train])[0]))
