import numpy as np
import tensorflow as tf

rng = np.random.RandomState(5)
X = rng.randn(100, 2)
y = X.dot(np.array([[1.5], [-0.7]])) + 0.3

w = tf.Variable(tf.zeros([2, 1], dtype=tf.float64))
b = tf.Variable(tf.zeros([1], dtype=tf.float64))


def loss_fn():
    return tf.reduce_mean(tf.abs(tf.matmul(X, w) + b - y))


for step in range(100):
    with tf.GradientTape() as tape:
        loss = loss_fn()
    dw, db = tape.gradient(loss, [w, b])
    w.assign_sub(0.03 * dw)
    b.assign_sub(0.03 * db)
    if step % 10 == 0:
        print(step, loss_fn().numpy(), w.numpy().ravel(), b.numpy())
