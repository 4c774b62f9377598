import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows and columns of a 2x3 image exchanged."""
    x = tf.reshape(tf.range(6.0), [2, 3, 1])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.image.transpose_image(x)[:, :, 0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
