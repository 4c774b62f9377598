import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three numbers with two more on either side: zeros, reflected, and mirrored with the edge itself."""
    x = tf.constant([1.0, 2.0, 3.0])

    with tf.Session() as sess:
        for mode in ("CONSTANT", "REFLECT", "SYMMETRIC"):
            yield {"padded": sess.run(tf.pad(x, [[2, 2]], mode))}


if __name__ == "__main__":
    for record in trace():
        print(record)
