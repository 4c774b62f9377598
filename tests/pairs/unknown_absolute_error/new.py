import numpy as np
import tensorflow as tf

points = np.random.RandomState(31).uniform(-1, 1, (24, 2)).astype(np.float32)
heights = (points[:, :1] - 0.5 * points[:, 1:] + 0.25).astype(np.float32)
plane = tf.Variable([[0.0], [0.0]])
level = tf.Variable(0.0)


def mistake():
    return tf.reduce_mean(tf.abs(points @ plane + level - heights))


for k in range(10):
    with tf.GradientTape() as tape:
        now = mistake()
    for variable, gradient in zip((plane, level), tape.gradient(now, (plane, level))):
        variable.assign_sub(0.2 * gradient)
    print("iteration", k, "mistake", mistake().numpy(), "level", level.numpy())
