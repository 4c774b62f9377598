import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first of two axes of one is dropped, by the argument's old name."""
    x = tf.reshape(tf.range(3.0), [1, 3, 1])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.squeeze(x, squeeze_dims=[0]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
