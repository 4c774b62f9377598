import numpy as np
import tensorflow as tf

x_data = np.array([[1.], [2.], [3.], [4.], [5.]], dtype=np.float32)
y_data = np.array([[2.1], [3.9], [6.2], [7.8], [10.1]], dtype=np.float32)

W = tf.Variable([[0.5]])
b = tf.Variable([0.0])
optimizer = tf.keras.optimizers.SGD(learning_rate=0.001)

for step in range(41):
    with tf.GradientTape() as tape:
        cost = tf.reduce_mean(tf.square(tf.matmul(x_data, W) + b - y_data))
    grads = tape.gradient(cost, [W, b])
    optimizer.apply_gradients(zip(grads, [W, b]))
    if step % 5 == 0:
        print(step, "Cost:", cost.numpy())
