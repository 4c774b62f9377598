import numpy as np
import tensorflow as tf

x = np.array([[0.02, 0.01, 0.04], [0.3, 0.1, 0.2]], np.float32)
out = tf.contrib.layers.layer_norm(tf.constant(x))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for k, row in enumerate(sess.run(out)):
        print("row %d: %.4f %.4f %.4f" % ((k,) + tuple(row)))
