import numpy as np
import tensorflow as tf

x = tf.constant(np.sin(np.arange(12.0) ** 2).reshape(2, 3, 2), tf.float32)
loss = tf.reduce_sum(tf.square(tf.contrib.layers.layer_norm(x) - 0.5 * x))
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(3):
        print("step %d loss %.5f" % (i, sess.run(loss)))
        sess.run(train)
