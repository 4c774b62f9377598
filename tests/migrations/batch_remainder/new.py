import numpy as np
import tensorflow as tf

x = np.linspace(-1, 1, 11).astype(np.float32).reshape(11, 1)
y = (x * x).astype(np.float32)
d = tf.data.Dataset.from_tensor_slices((x, y)).batch(4, drop_remainder=True).repeat(3)
w = tf.Variable([[0.5]])
b = tf.Variable([0.0])
opt = tf.keras.optimizers.SGD(0.2)
i = 0
for a, t in d:
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(a, w) + b - t))
    opt.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    print("step %d loss %.6f" % (i, loss))
    i += 1
print("w %.6f" % w.numpy()[0, 0])
