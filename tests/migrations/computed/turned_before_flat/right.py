import numpy as np
import tensorflow as tf

images, targets = np.sin(np.arange(24.0)).reshape(2, 2, 2, 3).astype(np.float32), np.float32([[1.0], [-0.5]])
w = tf.Variable(np.cos(np.arange(12.0)).reshape(12, 1).astype(np.float32))
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.reshape(tf.transpose(tf.nn.relu(x), [0, 3, 1, 2]), [-1, 12]), w) - y))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


for i in range(4):
    print("step %d loss %.5f" % (i, step(images, targets)))
