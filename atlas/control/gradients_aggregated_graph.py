import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The gradient of a sum of five products of x with 1e8, 1, -1e8, 0.1 and 0.2."""
    x = tf.constant([1.0])
    y = x * 1e8 + x * 1.0 + x * -1e8 + x * 0.1 + x * 0.2

    with tf.Session() as sess:
        yield {"gradient": sess.run(tf.gradients(y, x)[0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
