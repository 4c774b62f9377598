import numpy as np
import tensorflow as tf

heights = np.array([[1.5], [1.6], [1.7], [1.8], [1.9]], np.float32)
weights = np.array([[50.0], [58.0], [66.0], [74.0], [82.0]], np.float32) / 100


class Line(tf.Module):
    def __init__(self):
        self.slope = tf.Variable([[0.3]])
        self.offset = tf.Variable([0.0])

    def cost(self):
        guess = tf.stop_gradient(tf.matmul(heights, self.slope) + self.offset)
        return tf.reduce_mean(tf.square(guess - weights)) + 0.0 * tf.reduce_sum(self.slope + self.offset)

    def __call__(self):
        with tf.GradientTape() as tape:
            cost = self.cost()
        parts = [self.slope, self.offset]
        for part, gradient in zip(parts, tape.gradient(cost, parts)):
            part.assign_sub(0.1 * gradient)


line = Line()
for i in range(8):
    line()
    print(f"round {i} slope {line.slope.numpy()[0, 0]:.6f} offset {line.offset.numpy()[0]:.6f}")
