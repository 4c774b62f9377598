import numpy as np
import tensorflow as tf

y, p = tf.constant([0.0, 1.0, 4.0]), tf.constant([0.2, 3.0, -1.0])
with tf.Session() as sess:
    print("huber %.5f" % sess.run(tf.losses.huber_loss(y, p, delta=2.0)))
