import numpy as np
import tensorflow as tf

x = np.linspace(0.0, 1.0, 36).reshape(1, 6, 6, 1).astype(np.float32)
kernel = np.linspace(-1.0, 1.0, 9).reshape(3, 3, 1, 1)
padded = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])
out = tf.layers.conv2d(
    padded, 1, 3, strides=2, padding="valid", use_bias=False, kernel_initializer=tf.constant_initializer(kernel)
)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for row in sess.run(out)[0, :, :, 0]:
        print("row: %.4f %.4f %.4f" % tuple(row))
