import numpy as np
import tensorflow as tf

r = np.random.RandomState(15)
real, fake = r.randn(8, 3).astype(np.float32) + 1, r.randn(8, 3).astype(np.float32)
k = (r.randn(3, 1) * .05).astype(np.float32)
c = tf.Variable(k, name='critic')
opt = tf.compat.v1.train.RMSPropOptimizer(.02)
for i in range(10):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.matmul(fake, c)) - tf.reduce_mean(tf.matmul(real, c))
    opt.apply_gradients([(tape.gradient(loss, c), c)])
    print('critic step', i, 'loss %.6f' % loss.numpy())
print(c.numpy().ravel())
