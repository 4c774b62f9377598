import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Eigenvalues, the smallest first, and eigenvectors with their signs of a symmetric 3x3 matrix."""
    values, vectors = tf.self_adjoint_eig(tf.constant([[2.0, -1.0, 0.5], [-1.0, 3.0, 0.1], [0.5, 0.1, -1.0]]))

    with tf.Session() as sess:
        found = sess.run([values, vectors])
    yield {"values": found[0], "vectors": found[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
