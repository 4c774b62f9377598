import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Maxima with ties and NaNs on either side, and the gradients to both sides: a tie's goes to the first."""
    nan = float("nan")
    x, y = tf.constant([1.0, 2.0, nan, 1.0, 2.0]), tf.constant([2.0, 2.0, 1.0, nan, nan])
    larger = tf.maximum(x, y)

    with tf.Session() as sess:
        values = sess.run([larger, tf.minimum(x, y)] + tf.gradients(larger, [x, y]))
    yield {"maximum": values[0], "minimum": values[1], "to_first": values[2], "to_second": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
