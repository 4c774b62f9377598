import numpy as np
import tensorflow as tf

data = {'width': np.array([[1.], [2.], [.5]], np.float32), 'height': np.array([[.3], [-1.], [2.]], np.float32)}
y = np.array([[1.], [0.], [2.]], np.float32)
w = tf.Variable([[.4], [.1]])
opt = tf.keras.optimizers.SGD(.1)
for i in range(3):
    with tf.GradientTape() as tape:
        net = tf.concat([data['height'], data['width']], 1)
        loss = tf.reduce_mean(tf.square(tf.matmul(net, w) - y))
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    print('step', i, 'loss %.6f' % loss.numpy())
