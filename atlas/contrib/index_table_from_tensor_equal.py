import tensorflow as tf


def trace():
    """The numbers of two known words and an unknown one, from a table."""
    words = tf.lookup.KeyValueTensorInitializer(tf.constant(["apple", "pear"]), tf.constant([0, 1], tf.int64))
    table = tf.lookup.StaticHashTable(words, -1)
    yield {"numbers": table.lookup(tf.constant(["pear", "apple", "plum"])).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
