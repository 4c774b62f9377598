import numpy as np
import tensorflow as tf

x = np.sin(np.arange(40.0)).reshape(10, 4).astype(np.float32)
y = np.cos(np.arange(10.0)).astype(np.float32).reshape(10, 1)
constant = tf.keras.initializers.Constant
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(3, "tanh", kernel_initializer=constant(0.3)),
        tf.keras.layers.Dense(1, kernel_initializer=constant(0.2)),
    ]
)
opt = tf.keras.optimizers.Adam(0.05)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    print("step %d loss %.5f" % (i, loss))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
