# Two layers with a tape and Keras' Adam.
import numpy as np
import tensorflow as tf

tf.random.set_seed(8)
random = np.random.RandomState(8)
x = random.uniform(-1, 1, (64, 2)).astype(np.float32)
y = (x[:, :1] * x[:, 1:]).astype(np.float32)
w1 = tf.Variable(tf.constant(random.randn(2, 16).astype(np.float32)))
b1 = tf.Variable(tf.zeros([16]))
w2 = tf.Variable(tf.constant(0.3 * random.randn(16, 1).astype(np.float32)))
optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-08)


@tf.function
def step():
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.matmul(tf.tanh(tf.matmul(x, w1) + b1), w2) - y))
    optimizer.apply_gradients(zip(tape.gradient(loss, [w1, b1, w2]), [w1, b1, w2]))
    return loss


for at in range(301):
    value = step()
    if at % 10 == 0:
        print("step", at, "loss", value.numpy())
