import tensorflow as tf


def trace():
    """A 3x3 image with ties and a NaN, windows of 2x2 with SAME padding: the maxima, and where the gradient goes."""
    image = tf.reshape(tf.constant([1.0, 1.0, 2.0, 1.0, 1.0, 2.0, 0.0, -1.0, float("nan")]), [1, 3, 3, 1])
    with tf.GradientTape() as tape:
        tape.watch(image)
        pooled = tf.nn.max_pool2d(image, 2, 2, "SAME")
    gradient = tape.gradient(pooled, image)
    yield {"pooled": tf.reshape(pooled, [2, 2]).numpy(), "gradient": tf.reshape(gradient, [3, 3]).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
