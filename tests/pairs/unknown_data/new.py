import numpy as np
import tensorflow as tf

np.random.seed(1)
x_train = np.random.randn(50, 1).astype(np.float32)
y_train = 2 * x_train + 1
a = tf.Variable(0.0)
b = tf.Variable(0.0)
optimizer = tf.keras.optimizers.Adam(0.1)
for step in range(15):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(a * x_train + b - y_train))
    optimizer.apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
    print("step", step, "a", a.numpy(), "b", b.numpy())
