"""Polynomial regression in TensorFlow 2, as a script."""
import numpy as np
import tensorflow as tf

np.random.seed(4)
x_data = np.random.uniform(-1, 1, 40).astype(np.float32)
y_data = (x_data ** 3 - x_data / 2).astype(np.float32)
print((x_data.shape, y_data.mean()))

powers = tf.stack([x_data ** i for i in range(4)], axis=1)
w = tf.Variable(tf.zeros([4, 1]))
optimizer = tf.keras.optimizers.Adam(0.05, epsilon=1e-8)
for i in range(101):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.squeeze(tf.matmul(powers, w)) - y_data))
    optimizer.apply_gradients(zip(tape.gradient(loss, [w]), [w]))
    if i % 25 == 0:
        print('Iteration', i, 'cost', loss.numpy())
print(w.numpy())
