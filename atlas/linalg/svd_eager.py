import tensorflow as tf


def trace():
    """Singular values, left and right vectors (in this order, other than NumPy's) of a 3x2 matrix."""
    values, left, right = tf.linalg.svd(tf.constant([[1.0, 2.0], [3.0, -4.0], [0.5, 6.0]]))
    yield {"values": values.numpy(), "left": left.numpy(), "right": right.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
