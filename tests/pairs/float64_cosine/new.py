import math

import tensorflow as tf


def lr(step):
    return 0.15 * (0.9 * 0.5 * (1 + math.cos(math.pi * min(step, 25) / 25)) + 0.1)


tilt = tf.Variable([0.9, -1.7])
for i in range(25):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.square(tf.sin(tilt)))
    print(i, "lr", lr(i), "tilt", tilt.numpy())
    tilt.assign_sub(lr(i) * tape.gradient(loss, tilt))
