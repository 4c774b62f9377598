import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Cosines of small numbers and of large ones, whose remainder by 2 pi is most of the error."""
    x = tf.constant([-1.86, 0.13, 1.5707964, 3.1415927, 6.76, 1234.5, 1e6, 1e20])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.cos(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
