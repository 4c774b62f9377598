import numpy as np
import tensorflow as tf

features = np.random.RandomState(4).rand(12, 5).astype(np.float32)
kept = tf.nn.dropout(features, 0.75, seed=9)
scale = tf.Variable(tf.fill([5, 1], 0.4))
cost = tf.reduce_mean(tf.square(tf.matmul(kept, scale) - 2.0))
train = tf.train.GradientDescentOptimizer(0.1).minimize(cost)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k in range(6):
        print("epoch %d cost %.6f" % (k, sess.run([cost, train])[0]))
