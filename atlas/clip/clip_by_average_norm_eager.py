import tensorflow as tf


def trace():
    """A vector of length 5 and one of length 1.3, both of two elements, clipped to 1."""
    for vector in ([3.0, -4.0], [0.5, -1.2]):
        yield {"clipped": tf.clip_by_norm(tf.constant(vector), 1.0).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
