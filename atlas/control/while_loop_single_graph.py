import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Doubling until 100: the shape of what the loop of one variable gives back."""
    doubled = tf.while_loop(lambda y: y < 100, lambda y: [2 * y], [tf.constant(3)])

    with tf.Session() as sess:
        yield {"doubled": sess.run(doubled)}


if __name__ == "__main__":
    for record in trace():
        print(record)
