import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows of zeros, of 1e-7 and of 3, 4, and the gradient to each; the second argument is the dimension."""
    x = tf.constant([[0.0, 0.0], [1e-7, 0.0], [3.0, 4.0]])
    normal = tf.nn.l2_normalize(x, 1)
    gradient = tf.gradients(normal, x)[0]

    with tf.Session() as sess:
        values = sess.run([normal, gradient])
    yield {"normal": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
