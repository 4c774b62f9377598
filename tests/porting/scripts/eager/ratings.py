"""A model in a class that main makes: ratings out of two tables of factors, settings in a class of their own."""

import numpy as np
import tensorflow as tf


class Settings:
    """What the model is made with."""

    people = 6
    films = 5
    width = 3
    rate = 0.1


class Ratings(object):
    """Stars that people give to films."""

    most = 5.0

    def __init__(self, settings, penalty=0.02):
        self.settings = settings
        self.penalty = penalty
        self.updates = 0
        self.inputs()
        self.guess = self.stars()
        self.loss = self.distance(self.guess)
        self.train_op = self.training(self.loss)

    def inputs(self):
        self.person = tf.placeholder(tf.int32, [None])
        self.film = tf.placeholder(tf.int32, [None])
        self.given = tf.placeholder(tf.float32, [None])

    def table(self, name, rows, seed):
        """Factors of so many people or films."""
        start = tf.random_uniform_initializer(-0.1, 0.1, seed=seed)
        return tf.get_variable(name, [rows, self.settings.width], initializer=start)

    def stars(self):
        with tf.variable_scope("factors"):
            self.P = self.table("P", self.settings.people, 1)
            self.F = self.table("F", self.settings.films, 2)
            self.shift = tf.get_variable("shift", [], initializer=tf.zeros_initializer())
        p = tf.nn.embedding_lookup(self.P, self.person)
        f = tf.nn.embedding_lookup(self.F, self.film)
        return self.most * tf.sigmoid(tf.reduce_sum(p * f, 1) + self.shift)

    def distance(self, guess):
        loss = tf.reduce_mean(tf.square(guess - self.given))
        # large factors cost
        return loss + self.penalty * (tf.nn.l2_loss(self.P) + tf.nn.l2_loss(self.F))

    def training(self, loss):
        optimizer = tf.train.AdagradOptimizer(self.settings.rate)
        return optimizer.minimize(loss)

    def epoch(self, session, batches, tell=True):
        """Train on each batch, and give the mean of their losses."""
        losses = []
        for person, film, given in batches:
            self.updates += 1
            feed = {self.person: person, self.film: film, self.given: given}
            loss, _ = session.run([self.loss, self.train_op], feed_dict=feed)
            losses.append(loss)
        if tell:
            print("after", self.updates, "updates")
        return np.mean(losses)

    def ask(self, session, person, film):
        return session.run(self.guess, {self.person: [person], self.film: [film]})[0]


def main():
    rng = np.random.RandomState(0)
    batches = []
    for _ in range(4):
        stars = rng.randint(1, 6, size=8).astype("float32")
        batches.append((rng.randint(6, size=8), rng.randint(5, size=8), stars))
    with tf.Graph().as_default():
        model = Ratings(Settings(), penalty=0.01)
        with tf.Session() as session:
            session.run(tf.global_variables_initializer())
            for number in range(3):
                loss = model.epoch(session, batches)
                print("epoch", number, "loss %.5f" % loss)
            print("guess %.4f" % model.ask(session, 2, 3))


if __name__ == "__main__":
    main()
