"""Fits a line and plots how the loss falls."""
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

x_data = np.linspace(-1, 1, 50).astype(np.float32)
y_data = (3.0 * x_data + 0.7 + 0.1 * np.sin(40 * x_data)).astype(np.float32)
a = tf.Variable(0.0)
b = tf.Variable(0.0)
optimizer = tf.keras.optimizers.SGD(0.3)

losses = []
for epoch in range(30):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(a * x_data + b - y_data))
    optimizer.apply_gradients(zip(tape.gradient(loss, [a, b]), [a, b]))
    losses.append(loss.numpy())
    if epoch % 10 == 0:
        print("Epoch:", epoch, "loss:", loss.numpy())
slope, offset = a.numpy(), b.numpy()
print("y = %.5f x + %.5f" % (slope, offset))

plt.plot(losses)
plt.xlabel("epoch")
plt.savefig("loss.png")
plt.figure()
plt.plot(x_data, y_data, "ro", label="data")
plt.plot(x_data, slope * x_data + offset, label="fit")
plt.legend()
plt.show()
