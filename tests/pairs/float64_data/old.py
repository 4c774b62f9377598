import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
X = rng.randn(100, 2)
y = X.dot(np.array([[1.5], [-0.7]])) + 0.3

x_in = tf.placeholder(tf.float32, [None, 2])
y_in = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.zeros([2, 1]))
b = tf.Variable(tf.zeros([1]))
loss = tf.reduce_mean(tf.abs(tf.matmul(x_in, w) + b - y_in))
train = tf.train.GradientDescentOptimizer(0.03).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(100):
        sess.run(train, {x_in: X, y_in: y})
        if step % 10 == 0:
            print(step, sess.run(loss, {x_in: X, y_in: y}), sess.run(w).ravel(), sess.run(b))
