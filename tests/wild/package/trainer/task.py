"""Started as ``python -m trainer.task``."""
import tensorflow as tf

from . import data
from .model import build

if __name__ == "__main__":
    tf.set_random_seed(0)
    x, y = data.load(64)
    loss, train = build(tf.constant(x), tf.constant(y))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for step in range(31):
            if step % 10 == 0:
                print("step %d loss %.5f" % (step, sess.run(loss)))
            sess.run(train)
