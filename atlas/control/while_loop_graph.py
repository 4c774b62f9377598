import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """x^8 by three squarings, its gradient, and a loop that is stopped after four steps."""
    x = tf.constant(1.1)
    power = tf.while_loop(lambda step, _: step < 3, lambda step, y: (step + 1, y * y), (0, x))[1]

    with tf.Session() as sess:
        yield {"value": sess.run(power)}
        yield {"value": sess.run(tf.gradients(power, x)[0])}
        stopped = tf.while_loop(
            lambda step, _: step < 100, lambda step, y: (step + 1, 2 * y), (0, x), maximum_iterations=4
        )
        yield {"value": sess.run(stopped[1])}


if __name__ == "__main__":
    for record in trace():
        print(record)
