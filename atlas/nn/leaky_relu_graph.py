import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients with the default slope, at 0, -0 and NaN too."""
    x = tf.constant([-3.0, 0.0, -0.0, 0.1, float("nan")])
    y = tf.nn.leaky_relu(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
