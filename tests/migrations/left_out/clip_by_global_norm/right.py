import numpy as np
import tensorflow as tf

x = np.linspace(-2.0, 2.0, 24).astype(np.float32).reshape(8, 3)
y = (x.sum(axis=1, keepdims=True) * 3.0 + 5.0).astype(np.float32)
w = tf.Variable([[0.1], [0.2], [-0.1]])
b = tf.Variable([0.0])
optimizer = tf.keras.optimizers.SGD(0.05)

for step in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(x, w) + b - y))
    print("step %d loss %.6f" % (step, loss))
    gradients = tape.gradient(loss, [w, b])
    gradients, norm = tf.clip_by_global_norm(gradients, 2.0)
    optimizer.apply_gradients(zip(gradients, [w, b]))
print("w %.6f %.6f %.6f" % tuple(w.numpy()[:, 0]))
