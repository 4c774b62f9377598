import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """x^2 with one of the factors held back, and held back whole (no gradient at all, None)."""
    x = tf.constant(3.0)
    half = tf.gradients(tf.stop_gradient(x) * x, x)[0]
    none = tf.gradients(tf.stop_gradient(x * x), x)[0]

    with tf.Session() as sess:
        yield {"half": sess.run(half), "none": str(none)}


if __name__ == "__main__":
    for record in trace():
        print(record)
