import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Gradients of 3, 4 and 12 with their norm 13, small ones and zeros, clipped to length 1."""
    examples = [([3.0, 4.0], [12.0]), ([0.03, 0.04], [0.12]), ([0.0, 0.0], [0.0])]

    with tf.Session() as sess:
        for first, second in examples:
            clipped, norm = tf.clip_by_global_norm([tf.constant(first), tf.constant(second)], 1.0)
            values = sess.run([clipped[0], clipped[1], norm])
            yield {"first": values[0], "second": values[1], "norm": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
