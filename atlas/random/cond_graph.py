import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Draws in either branch with seed 1 under graph seed 2, two runs each."""
    tf.set_random_seed(2)
    which = tf.placeholder(tf.bool)
    drawn = tf.cond(which, lambda: tf.random_uniform([2], seed=1), lambda: tf.random_normal([2], seed=1))

    with tf.Session() as sess:
        for value in (True, False, True, False):
            yield {"drawn": sess.run(drawn, {which: value})}


if __name__ == "__main__":
    for record in trace():
        print(record)
