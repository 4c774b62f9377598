import numpy as np
import tensorflow as tf

rows = np.array([[1., 4.], [2., -3.], [6., 0.], [-1., 2.]], np.float32)
norm = tf.keras.layers.BatchNormalization(momentum=.9, scale=False)
norm.build([None, 2])
for i in range(3):
    before = norm.moving_variance.numpy()
    norm(rows, training=True)
    norm.moving_variance.assign(before * .9 + (norm.moving_variance.numpy() - before * .9) * 4 / 3)
    print("step", i, np.round(norm.moving_variance.numpy(), 4))
print(np.round(norm(rows, training=False).numpy()[0], 4))
