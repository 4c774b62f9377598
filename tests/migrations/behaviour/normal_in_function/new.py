import numpy as np
import tensorflow as tf

np.random.seed(3)
w = tf.Variable([1.0, -1.0])
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_step():
    noise = np.random.normal(size=2).astype(np.float32)
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w - noise))
    optimizer.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


for step in range(8):
    print("step %d loss %.5f" % (step, train_step().numpy()))
