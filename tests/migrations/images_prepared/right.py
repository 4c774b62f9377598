import numpy as np
import tensorflow as tf

images = np.arange(12.0, dtype=np.float32).reshape(2, 2, 1, 3) * 16
prepared = tf.keras.applications.vgg16.preprocess_input(images.copy())
for i, row in enumerate(prepared.reshape(4, 3)):
    print("pixel %d %.4f %.4f %.4f" % ((i,) + tuple(row)))
