import numpy as np
import tensorflow as tf

y = tf.constant([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
z = tf.constant([[2.0, 1.0, 0.0], [0.5, 3.0, -1.0]])
with tf.Session() as sess:
    print("entropy %.5f" % sess.run(tf.losses.softmax_cross_entropy(y, z, label_smoothing=0.1)))
