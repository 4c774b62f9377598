import numpy as np
import tensorflow as tf

points = np.random.RandomState(31).uniform(-1, 1, (24, 2)).astype(np.float32)
heights = (points[:, :1] - 0.5 * points[:, 1:] + 0.25).astype(np.float32)
plane = tf.Variable([[0.0], [0.0]])
level = tf.Variable(0.0)
mistake = tf.reduce_sum(tf.square(tf.matmul(points, plane) + level - heights)) / len(points)
train = tf.train.GradientDescentOptimizer(0.2).minimize(mistake)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(10):
        sess.run(train)
        print("iteration", k, "mistake", sess.run(mistake), "level", sess.run(level))
