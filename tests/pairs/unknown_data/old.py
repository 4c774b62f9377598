import numpy as np
import tensorflow as tf

np.random.seed(0)
x_train = np.random.randn(50, 1).astype(np.float32)
y_train = 2 * x_train + 1
x = tf.placeholder(tf.float32)
y = tf.placeholder(tf.float32)
a = tf.Variable(0.0)
b = tf.Variable(0.0)
loss = tf.reduce_mean(tf.square(a * x + b - y))
train = tf.train.AdamOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(15):
        sess.run(train, feed_dict={x: x_train, y: y_train})
        print("step", step, "a", sess.run(a), "b", sess.run(b))
