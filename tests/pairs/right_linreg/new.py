import numpy as np
import tensorflow as tf

x_data = np.float32(np.random.RandomState(1).rand(100))
y_data = x_data * 0.1 + 0.3

W = tf.Variable(tf.zeros([1]))
b = tf.Variable(tf.zeros([1]))
optimizer = tf.keras.optimizers.SGD(0.5)

for step in range(0, 51):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(W * x_data + b - y_data))
    optimizer.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
    if step % 5 == 0:
        print(step, W.numpy(), b.numpy())
