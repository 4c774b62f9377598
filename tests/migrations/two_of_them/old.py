import numpy as np
import tensorflow as tf

x = tf.constant([-2.0, -0.5, 1.0, 3.0])
hidden = tf.nn.dropout(tf.nn.leaky_relu(x), 0.75, seed=5)
with tf.Session() as sess:
    for i in range(3):
        print("pass %d: %.4f %.4f %.4f %.4f" % ((i,) + tuple(sess.run(hidden))))
