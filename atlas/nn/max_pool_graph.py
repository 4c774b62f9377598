import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 3x3 image with ties and a NaN, windows of 2x2 with SAME padding: the maxima, and where the gradient goes."""
    image = tf.reshape(tf.constant([1.0, 1.0, 2.0, 1.0, 1.0, 2.0, 0.0, -1.0, float("nan")]), [1, 3, 3, 1])
    pooled = tf.nn.max_pool(image, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")
    gradient = tf.gradients(pooled, image)[0]

    with tf.Session() as sess:
        values = sess.run([tf.reshape(pooled, [2, 2]), tf.reshape(gradient, [3, 3])])
    yield {"pooled": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
