import numpy as np
import tensorflow as tf

y = tf.constant([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
z = tf.constant([[2.0, 1.0, 0.0], [0.5, 3.0, -1.0]])
print("entropy %.5f" % tf.keras.losses.CategoricalCrossentropy(from_logits=True)(y, z))
