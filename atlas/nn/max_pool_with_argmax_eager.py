import tensorflow as tf


def trace():
    """The places of the maxima of two images of 2x2, counted within each image."""
    x = tf.reshape(tf.constant([1.0, 5.0, 2.0, 3.0, 9.0, 1.0, 9.0, 0.0]), [2, 2, 2, 1])
    yield {"y": tf.nn.max_pool_with_argmax(x, [1, 2, 2, 1], [1, 2, 2, 1], "SAME")[1].numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
