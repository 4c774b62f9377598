import numpy as np
import tensorflow as tf

x = np.linspace(-1.0, 1.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 0.7 + 0.3).astype(np.float32)
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
optimizer = tf.keras.optimizers.SGD(0.05, momentum=0.9)

for step in range(6):
    losses, gradients = [], []
    for rows in (slice(0, 4), slice(4, 8)):
        with tf.GradientTape() as tape:
            losses.append(tf.reduce_mean(tf.square(tf.matmul(x[rows], w) + b - y[rows])))
        gradients.append(tape.gradient(losses[-1], [w, b]))
    print("step %d loss %.6f" % (step, tf.add_n(losses) / 2.0))
    sums = [(one + two) / 2.0 for one, two in zip(*gradients)]
    optimizer.apply_gradients(zip(sums, [w, b]))
