import numpy as np
import tensorflow as tf

speed = np.linspace(0.1, 2.9, 16)
force = 0.7 * speed + 0.2 * speed**2
a, c = tf.Variable(np.float64(0.1)), tf.Variable(np.float64(0.1))


def cost():
    return tf.reduce_mean(tf.square(a * speed + c * speed * speed - force))


for i in range(30):
    with tf.GradientTape() as tape:
        now = cost()
    for part, gradient in zip((a, c), tape.gradient(now, (a, c))):
        part.assign_sub(0.02 * gradient)
    print("step", i, "cost", cost().numpy())
