import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
layer = tf.keras.layers.Dense(
    1,
    kernel_initializer=tf.keras.initializers.Constant(0.1),
    kernel_regularizer=tf.keras.regularizers.L2(0.15),
)
optimizer = tf.keras.optimizers.SGD(0.05)

for step in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(layer(x) - y))
        total = loss + tf.add_n(layer.losses)
    print("step %d loss %.6f" % (step, loss))
    variables = layer.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(total, variables), variables))
