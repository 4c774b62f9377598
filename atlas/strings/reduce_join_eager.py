import tensorflow as tf


def trace():
    """A 2x2 table of letters joined along either axis, both, and with itself element by element."""
    table = tf.constant([["a", "b"], ["c", "d"]])
    yield {"joined": tf.strings.reduce_join(table, 0, separator="-").numpy()}
    yield {"joined": tf.strings.reduce_join(table, [0, 1]).numpy()}
    yield {"joined": tf.strings.join([table, table], "+").numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
