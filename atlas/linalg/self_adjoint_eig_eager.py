import tensorflow as tf


def trace():
    """Eigenvalues, the smallest first, and eigenvectors with their signs of a symmetric 3x3 matrix."""
    values, vectors = tf.linalg.eigh(tf.constant([[2.0, -1.0, 0.5], [-1.0, 3.0, 0.1], [0.5, 0.1, -1.0]]))
    yield {"values": values.numpy(), "vectors": vectors.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
