import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 2x2 table of letters joined along either axis, both, and with itself element by element."""
    table = tf.constant([["a", "b"], ["c", "d"]])

    with tf.Session() as sess:
        yield {"joined": sess.run(tf.reduce_join(table, 0, separator="-"))}
        yield {"joined": sess.run(tf.reduce_join(table, [0, 1]))}
        yield {"joined": sess.run(tf.string_join([table, table], "+"))}


if __name__ == "__main__":
    for record in trace():
        print(record)
