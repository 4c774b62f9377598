import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Inverse roots of 0, a tiny number, 2, 7.3, 0.13, infinity and -1."""
    x = tf.constant([0.0, 1e-30, 0.13, 14.485, 18.989, 19.615, 21.688, 23.005, 24.054, 28.0, float("inf"), -1.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.rsqrt(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
