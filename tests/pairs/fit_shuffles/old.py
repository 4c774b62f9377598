import numpy as np
import tensorflow as tf

rs = np.random.RandomState(1)
X = rs.rand(64, 3).astype(np.float32)
y = X.dot([[1.0], [2.0], [3.0]]).astype(np.float32)
px = tf.placeholder(tf.float32, [None, 3])
py = tf.placeholder(tf.float32, [None, 1])
w = tf.get_variable("w", [3, 1], initializer=tf.zeros_initializer())
loss = tf.losses.mean_squared_error(py, tf.matmul(px, w))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(6):
        values = [sess.run([loss, train], {px: X[i:i + 8], py: y[i:i + 8]})[0] for i in range(0, 64, 8)]
        print("epoch", epoch, "loss", sum(values) / len(values))
