import numpy as np
import tensorflow as tf

img = (np.arange(4 * 6 * 6 * 1) % 251).reshape(4, 6, 6, 1).astype(np.float32)
lab = np.array([[0.0], [1.0], [0.0], [1.0]], np.float32)
c = tf.keras.initializers.Constant
model = tf.keras.Sequential(
    [
        tf.keras.layers.Conv2D(2, 3, activation="relu", kernel_initializer=c(0.1)),
        tf.keras.layers.Flatten(),
        tf.keras.layers.Dense(1, kernel_initializer=c(0.05)),
    ]
)
bce = tf.keras.losses.BinaryCrossentropy(from_logits=True)
opt = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = bce(lab, model(img))
    print("step %d loss %.6f" % (i, loss))
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
