import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """x^8 by three squarings, and its gradient."""
    x = tf.constant(1.1)
    power = tf.while_loop(lambda step, _: step < 3, lambda step, y: (step + 1, y * y), (0, x))[1]

    with tf.Session() as sess:
        yield {"value": sess.run(power)}
        yield {"value": sess.run(tf.gradients(power, x)[0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
