import numpy as np
import tensorflow as tf

rng = np.random.RandomState(8)
S = rng.randn(20, 3).astype(np.float32)
R = rng.randn(20, 1).astype(np.float32)
S2 = rng.randn(20, 3).astype(np.float32)
W0 = (0.1 * rng.randn(3, 1)).astype(np.float32)
tau = 0.01

w = tf.Variable(W0, name="critic")
wt = tf.Variable(W0, name="critic_target", trainable=False)
opt = tf.keras.optimizers.SGD(0.05)
mse = tf.keras.losses.MeanSquaredError()


def critic_loss():
    y = R + 0.99 * tf.matmul(S2, wt)
    return mse(y, tf.matmul(S, w))


for k in range(20):
    with tf.GradientTape() as tape:
        loss = critic_loss()
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    wt.assign(tau * wt + (1 - tau) * w)
    print("%d %.5f" % (k, critic_loss()))
