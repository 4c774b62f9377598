import numpy as np
import tensorflow as tf

np.random.seed(109)
X = np.random.randn(20, 3).astype(np.float32)
Y = np.random.randn(20, 1).astype(np.float32)
w = tf.Variable(tf.zeros([3, 1]))
opt = tf.keras.optimizers.SGD(0.1)
for e in range(4):
    for i in range(0, 20, 5):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(tf.matmul(X[i:i + 5], w) - Y[i:i + 5]))
        opt.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch %d last batch loss %.5f" % (e, loss))
