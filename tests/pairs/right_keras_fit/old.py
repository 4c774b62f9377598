import numpy as np
import tensorflow as tf

rs = np.random.RandomState(0)
X = rs.rand(32, 3).astype(np.float32)
y = X.dot([[1.0], [2.0], [3.0]]).astype(np.float32)
px = tf.placeholder(tf.float32, [None, 3])
py = tf.placeholder(tf.float32, [None, 1])
w = tf.get_variable("w", [3, 1], initializer=tf.zeros_initializer())
b = tf.get_variable("b", [1], initializer=tf.zeros_initializer())
loss = tf.losses.mean_squared_error(py, tf.matmul(px, w) + b)
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(10):
        l, _ = sess.run([loss, train], {px: X, py: y})
        print("Epoch %d/10" % (epoch + 1))
        print("loss: %.4f" % l)
