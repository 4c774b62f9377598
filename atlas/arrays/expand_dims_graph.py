import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A column out of a row, by the argument's old name."""
    x = tf.constant([1.0, 2.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.expand_dims(x, dim=-1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
