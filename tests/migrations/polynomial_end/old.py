import numpy as np
import tensorflow as tf

step = tf.placeholder(tf.int32)
rate = tf.train.polynomial_decay(0.1, step, 10, end_learning_rate=0.01, power=2.0)
with tf.Session() as sess:
    for i in range(0, 12, 3):
        print("step %d rate %.6f" % (i, sess.run(rate, {step: i})))
