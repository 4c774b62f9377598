import numpy as np
import tensorflow as tf

x = tf.constant([-2.0, -0.5, 1.0, 3.0])
with tf.Session() as sess:
    print("leaky: %.4f %.4f %.4f %.4f" % tuple(sess.run(tf.nn.leaky_relu(x))))
