import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 12).astype(np.float32).reshape(12, 1)
y = x * x
d = tf.data.Dataset.from_tensor_slices((x, y)).repeat(4).batch(4)
w = tf.Variable([[0.5]])
b = tf.Variable([0.0])
opt = tf.keras.optimizers.SGD(0.2)
for i, (a, t) in enumerate(d.take(8)):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(a, w) + b - t))
    opt.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    print("step %d loss %.6f" % (i, loss))
