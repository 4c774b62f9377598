import numpy as np
import tensorflow as tf

np.random.seed(0)
X = np.random.randn(64, 3).astype(np.float32)
y = (X.sum(1) > 0).astype(np.float32)
w = tf.Variable(tf.fill([3, 1], 0.2))


def xent():
    z = tf.squeeze(tf.matmul(X, w), 1)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))


def update():
    with tf.GradientTape() as tape:
        loss = xent()
    w.assign_sub(0.3 * tape.gradient(loss, w))
    return w.numpy()


for i in range(24):
    update()
    print("step", i + 1, "weights", update().T, "xent", xent().numpy())
