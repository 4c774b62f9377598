import numpy as np
import tensorflow as tf

rows = np.linspace(-1.0, 1.0, 24).reshape(6, 4).astype(np.float32)
tf.random.set_seed(2)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(5, "tanh", kernel_initializer=tf.constant_initializer(0.3)),
        tf.keras.layers.Dense(1, kernel_initializer=tf.constant_initializer(0.2)),
    ]
)
optimizer = tf.keras.optimizers.SGD(0.1)
for i in range(5):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(rows, training=True) - 1.0))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    print("step", i, "loss %.5f" % loss.numpy())
