import numpy as np
import tensorflow as tf

scores = tf.Variable([[0.1, 0.9, 0.3], [0.8, 0.2, 0.4], [0.5, 0.75, 0.7]])
classes = np.array([1, 0, 1])
right = tf.equal(tf.argmax(scores, 1), classes)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print("accuracy %.4f" % sess.run(tf.reduce_mean(tf.cast(right, tf.float32))))
    print("sum %.4f" % sess.run(tf.reduce_sum(scores)))
