import numpy as np
import tensorflow as tf

heights = np.array([[1.5], [1.6], [1.7], [1.8], [1.9]], np.float32)
weights = np.array([[50.0], [58.0], [66.0], [74.0], [82.0]], np.float32) / 100
slope = tf.Variable([[0.3]])
offset = tf.Variable([0.0])
guess = tf.matmul(heights, slope) + offset
cost = tf.reduce_mean(tf.square(guess - weights))
train = tf.train.GradientDescentOptimizer(0.1).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(8):
        sess.run(train)
        print("round %d slope %.6f offset %.6f" % (i, sess.run(slope)[0, 0], sess.run(offset)[0]))
