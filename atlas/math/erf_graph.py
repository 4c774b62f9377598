import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The error function and its gradient in both tails and the middle."""
    x = tf.constant([-9.3, -3.731, -3.381, -0.0001, 0.13, 2.803, 2.85, 2.979, 3.321, 3.682])
    y = tf.erf(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
