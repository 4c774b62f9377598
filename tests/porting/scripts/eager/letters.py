"""A recurrent model in a class, with settings of a class without a graph, clipped gradients and a state that is fed."""

import numpy as np
import tensorflow as tf


class Settings(object):
    rate = 0.5
    most = 0.3
    units = 4
    steps = 5
    letters = 7
    rows = 2


class Letters(object):
    """Says which letter comes next."""

    def __init__(self, settings, is_training=True):
        self.seen = tf.placeholder(tf.int32, [settings.rows, settings.steps])
        self.next = tf.placeholder(tf.int32, [settings.rows, settings.steps])
        cell = tf.nn.rnn_cell.GRUCell(settings.units)
        if is_training:
            cell = tf.nn.rnn_cell.MultiRNNCell([cell, tf.nn.rnn_cell.GRUCell(settings.units)])
        self.start = cell.zero_state(settings.rows, tf.float32)
        with tf.variable_scope("letters"):
            around = tf.random_uniform_initializer(-0.5, 0.5, seed=1)
            table = tf.get_variable("table", [settings.letters, settings.units], initializer=around)
            w = tf.get_variable("w", [settings.units, settings.letters], initializer=around)
        inputs = tf.nn.embedding_lookup(table, self.seen)
        outputs, last = tf.nn.dynamic_rnn(cell, inputs, initial_state=self.start)
        logits = tf.matmul(tf.reshape(outputs, [-1, settings.units]), w)
        losses = tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=tf.reshape(self.next, [-1]))
        self.cost = tf.reduce_sum(losses) / settings.rows
        self.last = last
        if not is_training:
            return
        self.rate = tf.Variable(0.0, trainable=False)
        trained = tf.trainable_variables()
        slopes, _ = tf.clip_by_global_norm(tf.gradients(self.cost, trained), settings.most)
        self.train_op = tf.train.GradientDescentOptimizer(self.rate).apply_gradients(zip(slopes, trained))


def main():
    settings = Settings()
    text = np.arange(40) * 3 % 7
    with tf.Session() as sess:
        model = Letters(settings)
        sess.run(tf.global_variables_initializer())
        for epoch in range(3):
            sess.run(tf.assign(model.rate, settings.rate * 0.9**epoch))
            state = sess.run(model.start)
            costs = 0.0
            for at in range(0, 15, 5):
                seen = np.stack([text[at : at + 5], text[20 + at : 25 + at]])
                after = np.stack([text[at + 1 : at + 6], text[21 + at : 26 + at]])
                feed = {model.seen: seen, model.next: after}
                for place, part in enumerate(model.start):
                    feed[part] = state[place]
                cost, state, _ = sess.run([model.cost, model.last, model.train_op], feed)
                costs += cost
            print("epoch", epoch, "perplexity %.4f" % np.exp(costs / 15))


if __name__ == "__main__":
    main()
