import numpy as np
import tensorflow as tf

y, p = tf.constant([0.0, 1.0, 4.0]), tf.constant([0.2, 3.0, -1.0])
print("huber %.5f" % tf.keras.losses.Huber()(y, p))
