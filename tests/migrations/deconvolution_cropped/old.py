import numpy as np
import tensorflow as tf

codes = np.arange(9, dtype=np.float32).reshape(1, 3, 3, 1) / 9
kernel = np.array([[1., 2., 0.], [0., -1., 3.], [2., 1., 1.]], np.float32).reshape(3, 3, 1, 1)
image = tf.nn.conv2d_transpose(tf.constant(codes), kernel, [1, 5, 5, 1], [1, 2, 2, 1], 'SAME')
with tf.Session() as sess:
    print(np.round(sess.run(image)[0, :, :, 0], 4))
