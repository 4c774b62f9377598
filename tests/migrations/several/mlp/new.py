import numpy as np
import tensorflow as tf

rng = np.random.RandomState(3)
x = rng.randn(64, 4).astype(np.float32)
y = np.sin(x.sum(1, keepdims=True)).astype(np.float32)
w1 = tf.Variable((0.3 * rng.randn(4, 16)).astype(np.float32), name="w1")
b1 = tf.Variable(tf.zeros([16]), name="b1")
w2 = tf.Variable((0.3 * rng.randn(16, 1)).astype(np.float32), name="w2")
b2 = tf.Variable(tf.zeros([1]), name="b2")
optimizer = tf.keras.optimizers.Adam(0.01, epsilon=1e-8)
for step in range(20):
    with tf.GradientTape() as tape:
        h = tf.nn.relu(tf.matmul(x, w1) + b1)
        loss = tf.reduce_mean(tf.square(tf.matmul(h, w2) + b2 - y)) + 0.01 * tf.nn.l2_loss(w1)
    grads = tape.gradient(loss, [w1, b1, w2, b2])
    optimizer.apply_gradients(zip(grads, [w1, b1, w2, b2]))
    print("step %d loss %.5f" % (step, loss.numpy()))
