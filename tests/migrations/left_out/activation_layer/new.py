import numpy as np
import tensorflow as tf

features = np.array([[1.0, -2.0], [0.5, 1.5], [-1.0, 1.0]], np.float32)
target = np.array([[1.0], [0.0], [2.0]], np.float32)
constant = tf.keras.initializers.Constant
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(3, activation="tanh", kernel_initializer=constant(0.3)),
        tf.keras.layers.LeakyReLU(0.1),
        tf.keras.layers.Dense(1, kernel_initializer=constant(0.4)),
    ]
)
optimizer = tf.keras.optimizers.SGD(0.1)
for step in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(features) - target))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    print("step %d loss %.5f" % (step, loss))
