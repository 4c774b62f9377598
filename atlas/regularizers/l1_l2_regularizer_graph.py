import tensorflow as tf


def trace():
    """The penalty of 1, -2, 3 with 0.1 and 0.01."""
    w = tf.constant([1.0, -2.0, 3.0])
    penalty = tf.contrib.layers.l1_l2_regularizer(0.1, 0.01)(w)
    with tf.Session() as sess:
        yield {"penalty": sess.run(penalty)}


if __name__ == "__main__":
    for record in trace():
        print(record)
