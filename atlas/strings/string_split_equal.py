import tensorflow as tf


def trace():
    """Two texts split at white space, and at commas or spaces: the pieces, and the text that each is of."""
    texts = tf.constant(["a  b", "c, d"])
    for pieces in (tf.compat.v1.string_split(texts), tf.compat.v1.string_split(texts, delimiter=", ")):
        yield {"pieces": pieces.values.numpy(), "texts": pieces.indices.numpy()[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
