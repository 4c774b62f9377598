import numpy as np
import tensorflow as tf

x = np.array([[3.0, -1.0], [2.0, 4.0], [-1.0, 0.5]], np.float32)
w = tf.Variable([[0.5], [-0.5]])
optimizer = tf.keras.optimizers.SGD(0.1, clipvalue=0.5)
for i in range(5):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 2.0))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step", i, "loss %.6f" % loss.numpy())
