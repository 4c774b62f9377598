import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One NaN among the gradients: all of them become NaN, or the release raises."""
    clipped, norm = tf.clip_by_global_norm([tf.constant([float("nan"), 4.0]), tf.constant([12.0])], 1.0)

    with tf.Session() as sess:
        values = sess.run([clipped[0], clipped[1], norm])
    yield {"first": values[0], "second": values[1], "norm": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
