import numpy as np
import tensorflow as tf

wave = np.array([[[1.], [-2.], [3.], [.5], [2.]]], np.float32)
kernel = np.array([[[.5, 1.]], [[-1., 0.]], [[2., .25]]], np.float32)
x = tf.placeholder(tf.float32, [None, 5, 1])
out = tf.nn.conv1d(tf.pad(x, [[0, 0], [2, 0], [0, 0]]), kernel, 1, 'VALID')
with tf.Session() as sess:
    print(np.round(sess.run(out, {x: wave})[0], 4))
