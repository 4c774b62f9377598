import numpy as np
import tensorflow as tf

x = tf.constant(np.sin(np.arange(12.0) ** 2).reshape(2, 3, 2), tf.float32)
gamma, beta = tf.Variable([1.0, 1.0]), tf.Variable([0.0, 0.0])
optimizer = tf.keras.optimizers.SGD(0.05)
for i in range(3):
    with tf.GradientTape() as tape:
        mean, variance = tf.nn.moments(x, [1, 2], keepdims=True)
        normed = tf.nn.batch_normalization(x, mean, variance, beta, gamma, 1e-12)
        loss = tf.reduce_sum(tf.square(normed - 0.5 * x))
    print("step %d loss %.5f" % (i, loss))
    optimizer.apply_gradients(zip(tape.gradient(loss, [gamma, beta]), [gamma, beta]))
