import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Singular values, left and right vectors (in this order, other than NumPy's) of a 3x2 matrix."""
    values, left, right = tf.svd(tf.constant([[1.0, 2.0], [3.0, -4.0], [0.5, 6.0]]))

    with tf.Session() as sess:
        found = sess.run([values, left, right])
    yield {"values": found[0], "left": found[1], "right": found[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
