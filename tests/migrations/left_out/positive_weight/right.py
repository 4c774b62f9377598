import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
t = (np.arange(10) % 4 == 0).astype(np.float32).reshape(10, 1)
W = tf.Variable(tf.zeros([4, 1]))
b = tf.Variable([0.0])
opt = tf.keras.optimizers.SGD(0.1, momentum=0.9)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.nn.weighted_cross_entropy_with_logits(t, tf.matmul(x, W) + b, 3.0))
    print("step %d loss %.6f" % (i, loss))
    opt.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
