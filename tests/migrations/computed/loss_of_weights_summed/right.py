import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 10).reshape(5, 2).astype(np.float32)
y = np.linspace(0.0, 1.0, 5).reshape(5, 1).astype(np.float32)
w = tf.Variable([[0.5], [-0.5]])
squares = tf.keras.losses.MeanSquaredError(reduction="sum")
optimizer = tf.keras.optimizers.SGD(0.02, momentum=0.5)
for i in range(5):
    with tf.GradientTape() as tape:
        loss = squares(y, tf.matmul(x, w))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d w %.5f %.5f" % ((i,) + tuple(w.numpy()[:, 0])))
