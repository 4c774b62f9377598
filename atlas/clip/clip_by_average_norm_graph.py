import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A vector of length 5 and one of length 1.3, both of two elements, clipped to 1."""
    with tf.Session() as sess:
        for vector in ([3.0, -4.0], [0.5, -1.2]):
            yield {"clipped": sess.run(tf.clip_by_average_norm(tf.constant(vector), 1.0))}


if __name__ == "__main__":
    for record in trace():
        print(record)
