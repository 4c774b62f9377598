import numpy as np
import tensorflow as tf

rng = np.random.RandomState(17)
X = rng.randn(30, 5).astype(np.float32)
Y = rng.randn(30, 1).astype(np.float32)
k1 = rng.randn(5, 4).astype(np.float32) * 0.4
k2 = rng.randn(4, 1).astype(np.float32) * 0.4

c = tf.keras.initializers.Constant
model = tf.keras.Sequential([
    tf.keras.layers.Dense(4, activation="relu", kernel_initializer=c(k1), bias_initializer=c(0.1)),
    tf.keras.layers.Dense(1, kernel_initializer=c(k2), bias_initializer=c(0.1)),
])
opt = tf.keras.optimizers.SGD(0.05)


@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        o = model(x, training=True)
        mse = tf.reduce_mean((o - y) ** 2)
        l2 = tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables])
        loss = mse + 0.05 * l2
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss


model.build((None, 5))
for i in range(12):
    print("%d: %.6f" % (i, train_step(X, Y)))
