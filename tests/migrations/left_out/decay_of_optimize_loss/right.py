import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
rate = tf.keras.optimizers.schedules.ExponentialDecay(0.05, 2, 0.5, staircase=True)
optimizer = tf.keras.optimizers.SGD(rate)

for step in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
    print("step %d loss %.6f" % (step, loss))
    gradients = tape.gradient(loss, [w, b])
    optimizer.apply_gradients(zip(gradients, [w, b]))
print("w %.6f %.6f %.6f" % tuple(w.numpy()[:, 0]))
