import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """First and second derivative of x^4, computed by squaring twice in a loop."""
    x = tf.constant(1.5)
    power = tf.while_loop(lambda step, _: step < 2, lambda step, y: (step + 1, y * y), (0, x))[1]
    first = tf.gradients(power, x)[0]
    second = tf.gradients(first, x)[0]

    with tf.Session() as sess:
        yield {"first": sess.run(first), "second": str(second)}


if __name__ == "__main__":
    for record in trace():
        print(record)
