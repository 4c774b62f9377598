import numpy as np
import tensorflow as tf

x = (np.sin(np.arange(60.0)) + 0.3 * np.arange(60)).reshape(20, 3).astype(np.float32)
x = ((x - x.mean(0)) / x.std(0)).astype(np.float32)
y = np.cos(np.arange(20.0)).astype(np.float32).reshape(20, 1)
X = tf.placeholder(tf.float32, [None, 3])
o = tf.layers.dense(X, 1, kernel_initializer=tf.constant_initializer(0.2))
loss = tf.losses.mean_squared_error(y, o)
train = tf.train.GradientDescentOptimizer(0.001).minimize(loss)
with tf.Session() as s:
    s.run(tf.global_variables_initializer())
    for i in range(8):
        print("step %d loss %.4f" % (i, s.run([loss, train], {X: x})[0]))
