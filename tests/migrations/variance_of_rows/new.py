import numpy as np
import tensorflow as tf

rows = np.array([[1., 4.], [2., -3.], [6., 0.], [-1., 2.]], np.float32)
norm = tf.keras.layers.BatchNormalization(momentum=.9, scale=False)
for i in range(3):
    norm(rows, training=True)
    print("step", i, np.round(norm.moving_variance.numpy(), 4))
print(np.round(norm(rows, training=False).numpy()[0], 4))
