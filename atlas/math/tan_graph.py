import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Tangents of small numbers, at the pole and of large ones."""
    x = tf.constant([-1.86, 0.13, 1.5707964, 3.1415927, 6.76, 1234.5])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.tan(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
