import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows of letters joined letter by letter."""
    x, y = tf.constant(["a", "b"]), tf.constant(["c", "d"])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.string_join([x, y], "+"))}


if __name__ == "__main__":
    for record in trace():
        print(record)
