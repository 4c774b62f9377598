import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Of a 3x3 matrix and of one without an inverse."""
    x = tf.constant([[[1.3, 2.1, -0.7], [3.2, -4.4, 0.9], [0.5, 6.1, 2.2]], [[1.0, 2, 3], [2, 4, 6], [0, 1, 0]]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.matrix_determinant(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
