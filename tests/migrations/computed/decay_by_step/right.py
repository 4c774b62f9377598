import numpy as np
import tensorflow as tf

rng = np.random.RandomState(43)
X = rng.randn(40, 3).astype(np.float32)
Y = X.dot([[1.0], [2.0], [-1.0]]).astype(np.float32)

w = tf.Variable(tf.zeros([3, 1]))
schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=4, decay_rate=0.9, staircase=True)
opt = tf.keras.optimizers.SGD(schedule)


def loss_of(x, y):
    return tf.reduce_mean(tf.square(tf.matmul(x, w) - y))


for epoch in range(5):
    for i in range(4):
        with tf.GradientTape() as tape:
            loss = loss_of(X[i * 10:i * 10 + 10], Y[i * 10:i * 10 + 10])
        opt.apply_gradients([(tape.gradient(loss, w), w)])
    print("epoch %d loss %.6f" % (epoch, loss_of(X, Y).numpy()))
