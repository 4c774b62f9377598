# A class that has its graph in an object of another class, and its data in one of a third.
import numpy as np
import tensorflow as tf


class Settings(object):
    def __init__(self):
        self.rate = 0.1
        self.epochs = 4


class Tensors(object):
    """What is computed."""

    def __init__(self, settings):
        self.x = tf.placeholder(tf.float32, [None, 3])
        self.y = tf.placeholder(tf.float32, [None, 1])
        self.rate = tf.placeholder(tf.float32, [])
        hidden = tf.layers.dense(self.x, 4, tf.tanh, name="hidden")
        self.answer = tf.layers.dense(hidden, 1, name="answer")
        self.loss = tf.reduce_mean(tf.square(self.answer - self.y))
        self.train_op = tf.train.AdamOptimizer(self.rate).minimize(self.loss)


class Rows(object):
    def __init__(self, number):
        self.rows = np.random.RandomState(4).rand(number, 3).astype("float32")

    def batches(self, size):
        for start in range(0, len(self.rows), size):
            yield self.rows[start : start + size]


class Trainer(object):
    def __init__(self, settings):
        self.settings = settings
        graph = tf.Graph()
        with graph.as_default():
            self.tensors = Tensors(settings)
            self.session = tf.Session(graph=graph)
            self.session.run(tf.global_variables_initializer())
        self.rows = Rows(48)

    def train(self):
        for epoch in range(self.settings.epochs):
            for rows in self.rows.batches(16):
                feed = {
                    self.tensors.x: rows,
                    self.tensors.y: rows.sum(axis=1, keepdims=True),
                    self.tensors.rate: self.settings.rate,
                }
                _, loss = self.session.run([self.tensors.train_op, self.tensors.loss], feed_dict=feed)
            print(epoch, loss)

    def ask(self, rows):
        return self.session.run(self.tensors.answer, {self.tensors.x: rows})


if __name__ == "__main__":
    settings = Settings()
    trainer = Trainer(settings)
    trainer.train()
    print(trainer.ask([[0.1, 0.2, 0.3]]))
