import numpy as np
import tensorflow as tf

x = np.array([[9.0, -1.0], [0.5, 12.0]], np.float32)
y = np.array([[0.0, 1.0], [1.0, 0.0]], np.float32)
w = tf.Variable([[2.0, -1.0], [-0.5, 1.5]])
tf.keras.backend.set_epsilon(1e-10)
entropy = tf.keras.losses.CategoricalCrossentropy()
optimizer = tf.keras.optimizers.SGD(0.01)
for i in range(4):
    with tf.GradientTape() as tape:
        loss = entropy(y, tf.nn.softmax(tf.matmul(x, w)))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d loss %.4f" % (i, loss.numpy()))
