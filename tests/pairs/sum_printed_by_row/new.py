import numpy as np
import tensorflow as tf

x = np.cos(np.arange(48)).reshape(16, 3).astype(np.float32)
t = (x[:, :1] - x[:, 1:2] * x[:, 2:]).astype(np.float32)
w = tf.Variable(tf.fill([3, 1], 0.5))
b = tf.Variable(0.0)
for i in range(8):
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(tf.square(x @ w + b - t))
    print(f"step {i} loss {total.numpy() / 16:.6f} b {b.numpy():.6f}")
    for part, gradient in zip((w, b), tape.gradient(total, (w, b))):
        part.assign_sub(0.01 * gradient)
