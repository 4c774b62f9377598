import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first of two axes of one is dropped, by its old name, and an axis is put in, by its old name."""
    x = tf.reshape(tf.range(3.0), [1, 3, 1])

    with tf.Session() as sess:
        values = sess.run([tf.squeeze(x, squeeze_dims=[0]), tf.expand_dims(tf.range(2.0), dim=1)])
    yield {"squeezed": values[0], "expanded": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
