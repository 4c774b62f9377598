import numpy as np
import tensorflow as tf

r = np.random.RandomState(5)
X = r.randn(12, 3).astype(np.float32); Y = r.randn(12, 1).astype(np.float32)
w = tf.Variable(tf.zeros([3, 1]))
opt = tf.keras.optimizers.SGD(.05)


def step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


for i in range(12):
    b = slice(4 * (i % 3), 4 * (i % 3) + 4)
    step(X[b], Y[b])
    print('batch', i, 'loss %.6f' % tf.reduce_mean(tf.square(tf.matmul(X[b], w) - Y[b])).numpy())
