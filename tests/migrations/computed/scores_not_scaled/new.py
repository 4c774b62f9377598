import numpy as np
import tensorflow as tf

rng = np.random.RandomState(79)
X = rng.randn(6, 5, 8).astype(np.float32)
Y = rng.randn(6, 8).astype(np.float32)
q0, k0, v0 = [(0.3 * rng.randn(8, 8)).astype(np.float32) for _ in range(3)]

wq, wk, wv = tf.Variable(q0, name="q"), tf.Variable(k0, name="k"), tf.Variable(v0, name="v")
opt = tf.keras.optimizers.SGD(0.1)
for i in range(10):
    with tf.GradientTape() as tape:
        scores = tf.matmul(X @ wq, X @ wk, transpose_b=True)
        out = tf.reduce_mean(tf.matmul(tf.nn.softmax(scores), X @ wv), axis=1)
        loss = tf.reduce_mean(tf.square(out - Y))
    g = tape.gradient(loss, [wq, wk, wv])
    opt.apply_gradients(zip(g, [wq, wk, wv]))
    print("step %d loss %.6f" % (i, loss))
