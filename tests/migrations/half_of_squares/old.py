import numpy as np
import tensorflow as tf

w = tf.Variable([1.0, -2.0])
penalty = tf.contrib.layers.l2_regularizer(0.1)
loss = tf.reduce_sum(tf.square(w - 3.0)) + penalty(w)
step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        value, weights = sess.run([loss, w])
        print("step %d: loss %.5f, w %.5f %.5f" % ((i, value) + tuple(weights)))
        sess.run(step)
