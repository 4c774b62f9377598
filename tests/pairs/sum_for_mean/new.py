import numpy as np
import tensorflow as tf

np.random.seed(10)
N = 20
x = np.random.uniform(-1, 1, (N, 2)).astype(np.float32)
y = (x[:, :1] * 3 - x[:, 1:] + 1).astype(np.float32)

w = tf.Variable(tf.ones([2, 1]))
b = tf.Variable(0.0)
mse = tf.keras.losses.MeanSquaredError()
sgd = tf.keras.optimizers.SGD(0.005)
for epoch in range(30):
    with tf.GradientTape() as tape:
        loss = mse(y, tf.matmul(x, w) + b)
    sgd.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    if epoch % 3 == 0:
        print("epoch %d loss %g b %g" % (epoch, mse(y, tf.matmul(x, w) + b), b))
