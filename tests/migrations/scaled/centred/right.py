import numpy as np
import tensorflow as tf

x = (np.arange(60.0) * 37 % 256).reshape(12, 5).astype(np.float32)
y = np.cos(np.arange(12.0)).astype(np.float32).reshape(12, 1)
W = tf.Variable(tf.fill([5, 1], 0.1))
opt = tf.keras.optimizers.SGD(0.1)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x / 127.5 - 1.0, W) - y))
    opt.apply_gradients([(tape.gradient(loss, W), W)])
    print("step %d loss %.5f" % (i, loss))
