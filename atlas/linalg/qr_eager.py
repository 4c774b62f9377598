import tensorflow as tf


def trace():
    """Both factors of a 3x2 matrix, with their signs."""
    q, r = tf.linalg.qr(tf.constant([[1.0, 2.0], [3.0, -4.0], [0.5, 6.0]]))
    yield {"q": q.numpy(), "r": r.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
