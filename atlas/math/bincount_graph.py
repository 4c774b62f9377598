import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """How often 0 to 4 occur, with weights too, and a histogram whose outermost bins take what lies outside."""
    x = tf.constant([1, 4, 0, 4, 0])
    histogram = tf.histogram_fixed_width(tf.constant([-3.0, 0.0, 0.25, 0.5, 1.0, 7.0]), [0.0, 1.0], 4)

    with tf.Session() as sess:
        yield {"counts": sess.run(tf.bincount(x))}
        yield {"counts": sess.run(tf.bincount(x, [0.5, 1.0, 2.0, 0.25, 0.125]))}
        yield {"counts": sess.run(histogram)}


if __name__ == "__main__":
    for record in trace():
        print(record)
