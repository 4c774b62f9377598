import numpy as np
import tensorflow as tf

data = np.array([[0.2, -0.4, 1.0], [1.2, 0.3, -0.5], [-0.8, 0.9, 0.1], [0.5, 0.5, 0.5]], np.float32)
target = np.array([[0.3], [-0.2], [0.8], [0.1]], np.float32)
layer = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=tf.keras.initializers.Constant(0.6))
layer.build((None, 3))
layer.kernel_regularizer = tf.keras.regularizers.l1(0.05)
optimizer = tf.keras.optimizers.SGD(0.05, momentum=0.5)
for step in range(15):
    with tf.GradientTape() as tape:
        error = tf.reduce_mean(tf.square(layer(data) - target))
        loss = error + sum(layer.losses)
    optimizer.apply_gradients(zip(tape.gradient(loss, layer.trainable_variables), layer.trainable_variables))
    if step % 5 == 4:
        now = tf.reduce_mean(tf.square(layer(data) - target))
        print("after", step + 1, "error %.6f" % now.numpy(), "kernel", layer.kernel.numpy().ravel())
