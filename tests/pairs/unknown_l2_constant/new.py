import numpy as np
import tensorflow as tf

rng = np.random.RandomState(4)
X = rng.randn(60, 3).astype(np.float32)
y = (X.dot([[1.0], [0.5], [-1.0]]) + 0.1 * rng.randn(60, 1)).astype(np.float32)
w = tf.Variable(tf.ones([3, 1]))
optimizer = tf.keras.optimizers.SGD(0.1)


def loss_fn():
    return tf.reduce_mean(tf.square(tf.matmul(X, w) - y)) + 0.1 * tf.nn.l2_loss(w)


for i in range(20):
    with tf.GradientTape() as tape:
        loss = loss_fn()
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    print("step %d: loss %.6f, w %s" % (i, loss_fn(), w.numpy().ravel()))
