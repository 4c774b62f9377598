import numpy as np
import tensorflow as tf

x = (np.arange(60.0) * 37 % 256).reshape(12, 5).astype(np.float32)
y = np.cos(np.arange(12.0)).astype(np.float32).reshape(12, 1)
X = tf.placeholder(tf.float32, [None, 5])
W = tf.Variable(tf.fill([5, 1], 0.1))
loss = tf.reduce_mean(tf.square(tf.matmul(X / 127.5 - 1.0, W) - y))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.5f" % (i, s.run([loss, train], {X: x})[0]))
