import numpy as np
import tensorflow as tf

data = np.array([[0.2, -0.4, 1.0], [1.2, 0.3, -0.5], [-0.8, 0.9, 0.1], [0.5, 0.5, 0.5]], np.float32)
target = np.array([[0.3], [-0.2], [0.8], [0.1]], np.float32)
layer = tf.keras.layers.Dense(
    1,
    kernel_initializer=tf.keras.initializers.Constant(0.6),
    kernel_regularizer=tf.keras.regularizers.l2(0.05),
)
optimizer = tf.keras.optimizers.SGD(0.05)
for step in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(data) - target))
    optimizer.apply_gradients(zip(tape.gradient(loss, layer.trainable_variables), layer.trainable_variables))
    print("step %d total loss %.5f" % (step, loss))
