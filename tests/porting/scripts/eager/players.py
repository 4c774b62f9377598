"""Two objects of one class, in two scopes: one learns, the other is given its variables now and then."""

import numpy as np
import tensorflow as tf


class Player:
    def __init__(self, sess, actions, name):
        self.sess = sess
        self.actions = actions
        self.name = name
        self._build()

    def _build(self, width=6, rate=0.05):
        with tf.variable_scope(self.name):
            self._seen = tf.placeholder(tf.float32, [None, 3], name="seen")
            w1 = tf.get_variable("w1", [3, width], initializer=tf.random_normal_initializer(stddev=0.5, seed=3))
            hidden = tf.nn.tanh(tf.matmul(self._seen, w1))
            w2 = tf.get_variable("w2", [width, self.actions], initializer=tf.random_normal_initializer(stddev=0.5, seed=4))
            self._worth = tf.matmul(hidden, w2)
        self._wanted = tf.placeholder(tf.float32, [None, self.actions])
        self._loss = tf.reduce_mean(tf.square(self._wanted - self._worth))
        self._train = tf.train.GradientDescentOptimizer(rate).minimize(self._loss)

    def worth(self, seen):
        return self.sess.run(self._worth, feed_dict={self._seen: np.reshape(seen, [-1, 3])})

    def learn(self, seen, wanted):
        if not hasattr(self, "lessons"):
            self.lessons = 0
        self.lessons += 1
        return self.sess.run([self._loss, self._train], feed_dict={self._seen: seen, self._wanted: wanted})


def copies(to, of):
    """Assignments of the variables of one scope to those of another."""
    found = []
    theirs = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=of)
    mine = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope=to)
    for one, other in zip(theirs, mine):
        found.append(other.assign(one.value()))
    return found


def main():
    rng = np.random.RandomState(0)
    with tf.Session() as sess:
        player = Player(sess, 2, name="player")
        target = Player(sess, 2, name="target")
        sess.run(tf.global_variables_initializer())
        copy_ops = copies("target", "player")
        sess.run(copy_ops)
        for step in range(12):
            seen = rng.rand(8, 3)
            wanted = player.worth(seen)
            wanted[:, step % 2] = rng.rand(8) + 0.9 * target.worth(seen).max(1)
            loss, _ = player.learn(seen, wanted)
            if step % 4 == 3:
                print("step", step, "lessons", player.lessons, "loss %.5f" % loss)
                sess.run(copy_ops)
        print(target.worth(np.ones(3)))


if __name__ == "__main__":
    main()
