import numpy as np
import tensorflow as tf

w = tf.Variable([1.0, -0.5, 0.25])
mean, square = tf.zeros(3), tf.zeros(3)
for i in range(6):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(w) * [1.0, 2.0, 0.5])
    gradient = tape.gradient(loss, w)
    mean = 0.9 * mean + 0.1 * gradient
    square = 0.999 * square + 0.001 * gradient * gradient
    rate = 0.125 * np.sqrt(1 - 0.999 ** (i + 1)) / (1 - 0.9 ** (i + 1))
    w.assign_sub(rate * (0.9 * mean + 0.1 * gradient) / (tf.sqrt(square) + 1e-7))
    print("step %d loss %.4f" % (i, loss))
