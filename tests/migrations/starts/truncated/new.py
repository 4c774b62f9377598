import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
x = rng.randn(32, 4).astype(np.float32)
y = np.sin(x.sum(1, keepdims=True)).astype(np.float32)
w1 = tf.Variable(tf.keras.initializers.TruncatedNormal(stddev=0.1, seed=1)([4, 16]), name="w1")
b1 = tf.Variable(tf.zeros([16]), name="b1")
w2 = tf.Variable(tf.keras.initializers.TruncatedNormal(stddev=0.1, seed=2)([16, 1]), name="w2")
b2 = tf.Variable(tf.zeros([1]), name="b2")
optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
for step in range(12):
    with tf.GradientTape() as tape:
        hidden = tf.nn.tanh(tf.matmul(x, w1) + b1)
        loss = tf.reduce_mean(tf.square(tf.matmul(hidden, w2) + b2 - y))
    grads = tape.gradient(loss, [w1, b1, w2, b2])
    optimizer.apply_gradients(zip(grads, [w1, b1, w2, b2]))
    print("step %d loss %.5f" % (step, loss.numpy()))
