import numpy as np
import tensorflow as tf

x = (np.arange(60.0) * 37 % 256).reshape(12, 5).astype(np.float32)
y = np.cos(np.arange(12.0)).astype(np.float32).reshape(12, 1)
d = tf.data.Dataset.from_tensor_slices((x, y)).batch(4).repeat(2)
W = tf.Variable(tf.fill([5, 1], 0.1))
opt = tf.keras.optimizers.SGD(0.1)


@tf.function
def step(a, t):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(a, W) - t))
    opt.apply_gradients([(tape.gradient(loss, W), W)])
    return loss


for i, (a, t) in enumerate(d):
    print("step %d loss %.5f" % (i, step(a, t)))
