import numpy as np
import tensorflow as tf

x = np.sin(np.arange(20.0)).astype(np.float32).reshape(5, 4) * 0.0625
norm = tf.keras.layers.LayerNormalization(epsilon=1e-6)
for i, row in enumerate(norm(x).numpy()):
    print("row %d %.4f %.4f %.4f %.4f" % ((i,) + tuple(row)))
