import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Tenths from 0 to 1, whose last numbers tell whether they are added up; whole numbers, and a step back."""
    with tf.Session() as sess:
        values = sess.run([tf.range(0.0, 1.0, 0.1), tf.range(3), tf.range(5, 0, -2), tf.range(0, 3, 1.5)])
    yield {"tenths": values[0], "wholes": values[1], "back": values[2], "mixed": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
