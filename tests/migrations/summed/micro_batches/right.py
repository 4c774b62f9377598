import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 0.7 + 0.3).astype(np.float32)
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
optimizer = tf.keras.optimizers.SGD(0.05)


def loss_of(inputs, targets):
    return tf.reduce_mean(tf.square(tf.matmul(inputs, w) + b - targets))


for step in range(6):
    print("step %d loss %.6f" % (step, loss_of(x, y)))
    kept = [tf.zeros_like(w), tf.zeros_like(b)]
    for part in range(4):
        rows = slice(2 * part, 2 * part + 2)
        with tf.GradientTape() as tape:
            loss = loss_of(x[rows], y[rows])
        kept = [one + more for one, more in zip(kept, tape.gradient(loss, [w, b]))]
    optimizer.apply_gradients([(one / 4.0, each) for one, each in zip(kept, [w, b])])
