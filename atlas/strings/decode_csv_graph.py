import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two lines of a number, a text in quotes and a number that may be missing."""
    lines = tf.constant(['1,"a,b",2.5', "7,c,"])
    number, text, missing = tf.decode_csv(lines, [[0], [""], [-1.0]])

    with tf.Session() as sess:
        values = sess.run([number, text, missing])
    yield {"number": values[0], "text": values[1], "missing": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
