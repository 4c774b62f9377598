import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Whole numbers that no float32 can hold, and ones that it can."""
    x = tf.constant([16777217, -3, 2147483647])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.to_float(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
