import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Floats cut towards zero, and what lies outside."""
    x = tf.constant([-1.5, 2.999, 1e20, float("nan")])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.to_int64(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
