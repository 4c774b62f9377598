import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A tenth in float32 as float64."""
    x = tf.constant([0.1, 1e20])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.to_double(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
