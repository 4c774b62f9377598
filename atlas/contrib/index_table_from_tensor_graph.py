import tensorflow as tf


def trace():
    """The numbers of two known words and an unknown one."""
    table = tf.contrib.lookup.index_table_from_tensor(tf.constant(["apple", "pear"]))
    numbers = table.lookup(tf.constant(["pear", "apple", "plum"]))

    with tf.Session() as sess:
        sess.run(tf.tables_initializer())
        yield {"numbers": sess.run(numbers)}


if __name__ == "__main__":
    for record in trace():
        print(record)
