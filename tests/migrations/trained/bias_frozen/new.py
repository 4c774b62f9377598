import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
xs = rng.randn(40, 6).astype(np.float32)
ys = (xs[:, :1] * xs[:, 1:2]).astype(np.float32)
w = tf.Variable(0.1 * np.random.RandomState(1).randn(6, 10).astype(np.float32), name="weights")
v = tf.Variable(0.1 * np.random.RandomState(2).randn(10, 1).astype(np.float32), name="out")
b = tf.Variable(tf.zeros([10]), name="bias")
opt = tf.keras.optimizers.SGD(0.3)
for i in range(15):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.sigmoid(tf.matmul(xs, w) + b), v) - ys))
    opt.apply_gradients(zip(tape.gradient(loss, [w, v]), [w, v]))
    print("iter %d: loss %.5f" % (i, loss.numpy()))
