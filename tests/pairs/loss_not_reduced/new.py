import numpy as np
import tensorflow as tf

X = np.linspace(-1, 1, 16).reshape(-1, 1).astype(np.float32)
Y = 0.5 * X + 0.25
w = tf.Variable([[0.0]])
b = tf.Variable([0.0])
optimizer = tf.keras.optimizers.SGD(0.02)
for i in range(20):
    with tf.GradientTape() as tape:
        loss = tf.square(tf.matmul(X, w) + b - Y)
    optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    print("step", i, "w", w.numpy()[0, 0], "b", b.numpy()[0], "loss", np.mean(tf.square(tf.matmul(X, w) + b - Y)))
