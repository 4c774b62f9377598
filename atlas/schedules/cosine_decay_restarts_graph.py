import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The rate at steps 0, 1, 5, 9, 10, 11 and 25, for a decay over 10 steps."""
    step = tf.placeholder(tf.int64, [])
    rate = tf.train.cosine_decay_restarts(0.1, step, 4, 2.0, 0.5, 0.1)
    with tf.Session() as sess:
        for value in [0, 1, 5, 9, 10, 11, 25]:
            yield {"rate": sess.run(rate, {step: value})}


if __name__ == "__main__":
    for record in trace():
        print(record)
