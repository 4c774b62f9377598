import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Of a 3x3 image."""
    x = tf.reshape(tf.cos(tf.range(9.0)), [3, 3, 1])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.image.total_variation(x))}


if __name__ == "__main__":
    for record in trace():
        print(record)
