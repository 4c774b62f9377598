import numpy as np
import tensorflow as tf

rng = np.random.RandomState(113)
X = rng.randn(30, 4).astype(np.float32)
Y = rng.randn(30, 1).astype(np.float32)
w = tf.Variable(tf.zeros([4, 1]))
opt = tf.keras.optimizers.Adam(0.01)
for i in range(15):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(X, w) - Y))
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    print("%d %.6f" % (i, loss))
