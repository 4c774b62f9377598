import numpy as np
import tensorflow as tf

data = np.linspace(1.0, 9.0, 12).reshape(6, 2).astype(np.float32)
target = np.array([[0.0], [0.5], [1.0], [1.5], [1.0], [0.0]], np.float32)
normal = tf.keras.layers.BatchNormalization(momentum=0.7)
normal.build((None, 2))
dense = tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(0.5))
dense.build((None, 2))
optimizer = tf.keras.optimizers.SGD(0.01)
for step in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(dense(normal(data, training=True)) - target))
    gradients = tape.gradient(loss, dense.trainable_variables)
    optimizer.apply_gradients(zip(gradients, dense.trainable_variables))
    print("step", step, "loss %.5f" % loss.numpy())
