import numpy as np
import tensorflow as tf

rng = np.random.RandomState(37)
X = rng.randn(10, 5, 3).astype(np.float32)
Y = rng.randn(10, 1).astype(np.float32)
GK = (rng.randn(7, 8) * 0.3).astype(np.float32)
CK = (rng.randn(7, 4) * 0.3).astype(np.float32)
D = (rng.randn(4, 1) * 0.3).astype(np.float32)
gru = tf.keras.layers.GRU(4, reset_after=False)
dense = tf.keras.layers.Dense(1, use_bias=False, kernel_initializer=tf.keras.initializers.Constant(D))
gru.build((None, 5, 3))
r, z = GK[:, :4], GK[:, 4:]
k = np.concatenate([z, r, CK], 1)
bias = np.concatenate([np.zeros(8), np.zeros(4)]).astype(np.float32)
gru.set_weights([k[:3], k[3:], bias])
opt = tf.keras.optimizers.SGD(0.1)
for i in range(8):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(dense(gru(X)) - Y))
    v = gru.trainable_variables + dense.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
    print("step %d loss %.6f" % (i, loss))
