import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 3x3 image, windows of 2x2 with SAME padding: padding does not count in the average."""
    image = tf.reshape(tf.range(1.0, 10.0), [1, 3, 3, 1])
    pooled = tf.nn.avg_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")

    with tf.Session() as sess:
        yield {"pooled": sess.run(tf.reshape(pooled, [2, 2]))}


if __name__ == "__main__":
    for record in trace():
        print(record)
