import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
y = np.cos(np.arange(10.0)).astype(np.float32).reshape(10, 1)
c = tf.keras.initializers.Constant
body = tf.keras.layers.Dense(3, "tanh", kernel_initializer=c(0.3))
head = tf.keras.layers.Dense(1, kernel_initializer=c(0.2))
opt = tf.keras.optimizers.SGD(0.1)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(head(body(x)) - y))
    print("step %d loss %.6f" % (i, loss))
    v = head.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
