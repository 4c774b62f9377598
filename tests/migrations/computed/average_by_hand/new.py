import numpy as np
import tensorflow as tf

rng = np.random.RandomState(0)
xs = rng.randn(64, 4).astype(np.float32)
ys = xs.dot(np.array([[1.0], [-2.0], [0.5], [3.0]], np.float32))

w = tf.Variable(tf.zeros([4, 1]), name="w")
avg = tf.Variable(tf.zeros([4, 1]), trainable=False, name="w_avg")
opt = tf.keras.optimizers.SGD(0.05)
EMA_DECAY = 0.9


def loss_fn():
    return tf.reduce_mean(tf.square(tf.matmul(xs, w) - ys))


@tf.function
def train_step():
    with tf.GradientTape() as tape:
        loss = loss_fn()
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    avg.assign(EMA_DECAY * avg + (1.0 - EMA_DECAY) * w)


for i in range(20):
    train_step()
    print("step %d loss %.4f avg %.5f" % (i, loss_fn(), avg[3, 0]))
