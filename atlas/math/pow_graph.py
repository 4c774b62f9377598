import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """0^0, 0^2, 0^-1, (-2)^2, 0^0.5 and 3^1.7 with the gradients to base and exponent, and whole numbers."""
    x, y = tf.constant([0.0, 0.0, 0.0, -2.0, 0.0, 3.0]), tf.constant([0.0, 2.0, -1.0, 2.0, 0.5, 1.7])
    power = tf.pow(x, y)

    with tf.Session() as sess:
        values = sess.run([power] + tf.gradients(power, [x, y]) + [tf.pow(tf.constant([-2, 3]), tf.constant([3, 0]))])
    yield {"power": values[0], "to_base": values[1], "to_exponent": values[2], "wholes": values[3]}


if __name__ == "__main__":
    for record in trace():
        print(record)
