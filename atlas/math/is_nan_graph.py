import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Of 1, NaN, infinity and 0."""
    x = tf.constant([1.0, float("nan"), float("inf"), 0.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.is_nan(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
