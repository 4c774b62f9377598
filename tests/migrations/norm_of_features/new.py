import numpy as np
import tensorflow as tf

x = np.array([[0.02, 0.01, 0.04], [0.3, 0.1, 0.2]], np.float32)
for k, row in enumerate(tf.keras.layers.LayerNormalization()(x).numpy()):
    print("row %d: %.4f %.4f %.4f" % ((k,) + tuple(row)))
