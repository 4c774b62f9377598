import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The exponential of a 2x2 matrix."""
    x = tf.constant([[0.3, -1.2], [0.7, 0.1]])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.linalg.expm(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
