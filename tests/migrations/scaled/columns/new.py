import numpy as np
import tensorflow as tf

x = (np.sin(np.arange(60.0)) + 0.3 * np.arange(60)).reshape(20, 3).astype(np.float32)
y = np.cos(np.arange(20.0)).astype(np.float32).reshape(20, 1)
layer = tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.2))
opt = tf.keras.optimizers.SGD(0.001)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(x) - y))
    opt.apply_gradients(zip(tape.gradient(loss, layer.trainable_variables), layer.trainable_variables))
    print("step %d loss %.4f" % (i, loss))
