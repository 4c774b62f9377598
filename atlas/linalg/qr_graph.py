import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Both factors of a 3x2 matrix, with their signs."""
    q, r = tf.qr(tf.constant([[1.0, 2.0], [3.0, -4.0], [0.5, 6.0]]))

    with tf.Session() as sess:
        values = sess.run([q, r])
    yield {"q": values[0], "r": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
