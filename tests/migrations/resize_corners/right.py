import numpy as np
import tensorflow as tf

image = np.array([[3, 1, 4], [1, 5, 9]], np.float32).reshape(1, 2, 3, 1)
large = tf.compat.v1.image.resize_bilinear(image, [4, 5], align_corners=True)
for k, row in enumerate(large.numpy()[0, :, :, 0]):
    print("row %d: %.4f %.4f %.4f %.4f %.4f" % ((k,) + tuple(row)))
