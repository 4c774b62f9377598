import numpy as np
import tensorflow as tf

x = tf.constant(np.sin(np.arange(12.0) ** 2).reshape(2, 3, 2), tf.float32)
norm = tf.keras.layers.LayerNormalization(epsilon=1e-12)
optimizer = tf.keras.optimizers.SGD(0.05)
for i in range(3):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(norm(x) - 0.5 * x))
    print("step %d loss %.5f" % (i, loss))
    optimizer.apply_gradients(zip(tape.gradient(loss, norm.trainable_variables), norm.trainable_variables))
