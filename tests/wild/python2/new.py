"""Logistic regression in Python 3 and TensorFlow 2."""
import pickle

import numpy as np
import tensorflow as tf

with open("points.pkl", "rb") as file:
    points = pickle.load(file)
xs, ys = np.array(points["x"], np.float32), np.array(points["y"], np.float32).reshape(-1, 1)
print("points:", len(xs), "features:", xs.shape[1])
print(" ".join("%s %d" % (key, len(value)) for key, value in points.items()))

batch_size = 10
w = tf.Variable(tf.zeros([2, 1]))
b = tf.Variable(tf.zeros([1]))
optimizer = tf.keras.optimizers.SGD(0.5)


def cost(x, y):
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=tf.matmul(x, w) + b))


for epoch in range(20):
    for i in range(len(xs) // batch_size):
        part = slice(i * batch_size, (i + 1) * batch_size)
        with tf.GradientTape() as tape:
            value = cost(xs[part], ys[part])
        optimizer.apply_gradients(zip(tape.gradient(value, [w, b]), [w, b]))
    if epoch % 5 == 0:
        print("Epoch %02d, cost = %.6f" % (epoch, cost(xs, ys)))
right = np.sum(((tf.matmul(xs, w) + b).numpy() > 0) == (ys > 0))
print("right: %d of %d, %d percent" % (right, len(xs), 100 * right // len(xs)))
