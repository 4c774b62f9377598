import numpy as np
import tensorflow as tf


def norm(x):
    mean = tf.reduce_mean(x, -1, keepdims=True)
    variance = tf.reduce_mean(tf.square(x - mean), -1, keepdims=True)
    return (x - mean) * tf.rsqrt(variance + 1e-6)


x = np.sin(np.arange(20.0)).astype(np.float32).reshape(5, 4) * 0.0625
with tf.Session() as sess:
    for i, row in enumerate(sess.run(norm(tf.constant(x)))):
        print("row %d %.4f %.4f %.4f %.4f" % ((i,) + tuple(row)))
