import numpy as np
import tensorflow as tf

r = np.random.RandomState(7)
X = r.randn(8, 3).astype(np.float32); Y = r.randn(8, 1).astype(np.float32)
w = tf.Variable(tf.ones([3, 1]) * .1, name='w')
opt = tf.keras.optimizers.SGD(.5)
for i in range(10):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))
    (g,) = tape.gradient(loss, [w])
    g = tf.clip_by_norm(g, .5) / 8.
    opt.apply_gradients([(g, w)])
    print(i, 'loss %.6f' % loss.numpy())
