"""Trains, saves, makes the variables anew, restores and goes on."""
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
x_train = rng.uniform(size=[64, 3]).astype(np.float32)
y_train = x_train.dot(np.array([[1.0], [-2.0], [0.5]], np.float32))


class Line(tf.Module):
    def __init__(self):
        self.w = tf.Variable(tf.zeros([3, 1]))
        self.b = tf.Variable(tf.zeros([1]))

    def loss(self):
        return tf.reduce_mean(tf.square(tf.matmul(x_train, self.w) + self.b - y_train))

    def train(self, steps):
        for _ in range(steps):
            with tf.GradientTape() as tape:
                loss = self.loss()
            for variable, gradient in zip([self.w, self.b], tape.gradient(loss, [self.w, self.b])):
                variable.assign_sub(0.3 * gradient)


line = Line()
line.train(20)
print("trained, loss", line.loss().numpy())
tf.train.Checkpoint(w=line.w, b=line.b).write("model/line.ckpt-20")

line = Line()
tf.train.Checkpoint(w=line.w, b=line.b).read("model/line.ckpt-20")
print("restored, loss", line.loss().numpy())
line.train(20)
print("trained on, loss", line.loss().numpy())
tf.train.Checkpoint(w=line.w, b=line.b).write("model/line.ckpt-40")
