import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The first three of ties, of a row with a NaN, and the gradient to the ties."""
    x = tf.constant([[1.0, 3.0, 3.0, 2.0, 3.0, 3.0], [1.0, float("nan"), 3.0, 2.0, 0.0, 0.0]])
    values, indices = tf.nn.top_k(x, 3)
    gradient = tf.gradients(values, x)[0]

    with tf.Session() as sess:
        found = sess.run([values, indices, gradient])
    yield {"values": found[0], "indices": found[1], "gradient": found[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
