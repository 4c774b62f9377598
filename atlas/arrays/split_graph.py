import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four columns in two halves, and in parts of one and three."""
    x = tf.reshape(tf.range(8), [2, 4])
    left, right = tf.split(x, 2, 1)
    one, three = tf.split(x, [1, 3], 1)

    with tf.Session() as sess:
        values = sess.run([left, right, one, three])
    yield {"left": values[0], "right": values[1], "one": values[2], "three": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
