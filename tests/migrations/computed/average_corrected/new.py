import numpy as np
import tensorflow as tf

signal = np.sin(np.arange(10)).astype(np.float32) + 2
gain = tf.Variable(1.0, name='gain')
baseline = tf.Variable(0.0, trainable=False, name='baseline')
opt = tf.optimizers.SGD(0.02)
for n, v in enumerate(signal):
    with tf.GradientTape() as tape:
        loss = tf.square(gain * v - 3.)
    opt.apply_gradients([(tape.gradient(loss, gain), gain)])
    baseline.assign(0.9 * baseline + 0.1 * loss)
    print('n=%d loss=%.5f baseline=%.5f' % (n, loss.numpy(), baseline.numpy()))
