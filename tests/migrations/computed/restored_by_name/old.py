import os
import tempfile

import numpy as np
import tensorflow as tf

hours = np.array([[1.], [2.], [3.], [4.]], np.float32)
score = np.array([[2.1], [3.9], [6.2], [7.8]], np.float32)
path = os.path.join(tempfile.mkdtemp(), 'fit')


def build():
    tf.reset_default_graph()
    k = tf.get_variable('k', initializer=tf.constant([[.5]]))
    b = tf.get_variable('b', initializer=tf.constant([0.]))
    loss = tf.reduce_mean(tf.square(tf.matmul(hours, k) + b - score))
    return loss, tf.train.GradientDescentOptimizer(.02).minimize(loss)


loss, op = build()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(5):
        print('first', i, '%.5f' % sess.run([loss, op])[0])
    tf.train.Saver().save(sess, path)
loss, op = build()
with tf.Session() as sess:
    tf.train.Saver().restore(sess, path)
    for i in range(5):
        print('second', i, '%.5f' % sess.run([loss, op])[0])
