import numpy as np
import tensorflow as tf

x = np.sin(np.arange(24.0)).astype(np.float32).reshape(2, 4, 3)
kernel = (0.5 * np.cos(np.arange(80.0))).astype(np.float32).reshape(5, 16)[:, :8]
bias = np.zeros(8, np.float32)
i, j, f, o = np.split(kernel, 4, axis=1)
kernel = np.concatenate([i, f, j, o], axis=1)
bias[2:4] = 1.0
layer = tf.keras.layers.LSTM(2)
layer.build((2, 4, 3))
layer.set_weights([kernel[:3], kernel[3:], bias])
optimizer = tf.keras.optimizers.SGD(0.5)

for step in range(5):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(x) - 0.5))
    print("step %d loss %.6f" % (step, loss))
    variables = layer.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
