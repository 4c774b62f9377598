import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Eight numbers to the power of 0.7."""
    x = tf.constant([1.963, 5.326, 9.25, 16.971, 16.977, 18.989, 24.054, 28.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.pow(x, 0.7))}


if __name__ == "__main__":
    for record in trace():
        print(record)
