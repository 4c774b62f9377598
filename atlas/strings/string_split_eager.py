import tensorflow as tf


def trace():
    """Two texts split at white space, and at a comma and a space: the pieces, and the text that each is of."""
    texts = tf.constant(["a  b", "c, d"])
    for pieces in (tf.strings.split(texts), tf.strings.split(texts, sep=", ")):
        yield {"pieces": pieces.flat_values.numpy(), "texts": pieces.value_rowids().numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
