import tensorflow as tf


def trace():
    """Three numbers with two more on either side: zeros, reflected, and mirrored with the edge itself."""
    x = tf.constant([1.0, 2.0, 3.0])
    for mode in ("CONSTANT", "REFLECT", "SYMMETRIC"):
        yield {"padded": tf.pad(x, [[2, 2]], mode).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
