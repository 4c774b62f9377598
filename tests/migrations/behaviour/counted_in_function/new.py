import numpy as np
import tensorflow as tf

xs = np.linspace(-1.0, 1.0, 24).reshape(8, 3).astype(np.float32)


class Learner:
    def __init__(self):
        self.w = tf.Variable([0.5, -0.25, 1.0])
        self.slow = tf.Variable([0.5, -0.25, 1.0], trainable=False)
        self.optimizer = tf.keras.optimizers.SGD(0.2)
        self.steps = 0

    @tf.function
    def learn(self, x):
        with tf.GradientTape() as tape:
            loss = tf.square(tf.reduce_sum(x * self.w) - 0.5 * tf.reduce_sum(x * self.slow) - 1.0)
        self.optimizer.apply_gradients([(tape.gradient(loss, self.w), self.w)])
        self.follow()
        return loss

    def follow(self):
        self.steps += 1
        if self.steps % 3 == 0:
            self.slow.assign(self.w)


learner = Learner()
for step in range(8):
    print("step", step, "loss %.6f" % learner.learn(xs[step]).numpy())
