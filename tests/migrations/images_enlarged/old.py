import numpy as np
import tensorflow as tf

x = np.array([[0.0, 1.0], [2.0, 4.0]], np.float32).reshape(1, 2, 2, 1)
out = tf.image.resize_bilinear(x, [4, 4])
with tf.Session() as sess:
    for row in sess.run(out)[0, :, :, 0]:
        print("row: %.4f %.4f %.4f %.4f" % tuple(row))
