import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two texts split at white space, and at a comma and a space: the pieces, and the text that each is of."""
    texts = tf.constant(["a  b", "c, d"])
    default, marked = tf.string_split(texts), tf.string_split(texts, delimiter=", ")

    with tf.Session() as sess:
        for pieces in (default, marked):
            values = sess.run([pieces.values, pieces.indices])
            yield {"pieces": values[0], "texts": values[1][:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
