import numpy as np
import tensorflow as tf

rng = np.random.RandomState(59)
real = rng.randn(16, 2).astype(np.float32) + 2.0
noise = rng.randn(16, 2).astype(np.float32)
G0 = np.eye(2, dtype=np.float32)
D0 = (0.1 * rng.randn(2, 1)).astype(np.float32)

g = tf.Variable(G0, name="g")
gb = tf.Variable(np.zeros(2, np.float32), name="gb")
d = tf.Variable(D0, name="d")
d_opt = tf.keras.optimizers.SGD(0.1)
g_opt = tf.keras.optimizers.SGD(0.1)


def losses():
    gen = tf.matmul(noise, g) + gb
    d_real, d_fake = tf.matmul(real, d), tf.matmul(gen, d)
    d_loss = tf.reduce_mean(tf.nn.softplus(-d_real)) + tf.reduce_mean(tf.nn.softplus(d_fake))
    return d_loss, tf.reduce_mean(tf.nn.softplus(-d_fake))


for i in range(8):
    with tf.GradientTape() as tape:
        d_loss, _ = losses()
    d_opt.apply_gradients([(tape.gradient(d_loss, d), d)])
    with tf.GradientTape() as tape:
        _, g_loss = losses()
    g_opt.apply_gradients(zip(tape.gradient(g_loss, [g, gb]), [g, gb]))
    dl, gl = losses()
    print("iter %d d_loss %.5f g_loss %.5f" % (i, dl, gl))
