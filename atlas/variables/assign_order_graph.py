import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The double of a variable after an assignment that nothing asks for."""
    w = tf.Variable(1.0)
    tf.assign(w, 10.0)
    double = 2 * w

    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"double": sess.run(double), "w": sess.run(w)}


if __name__ == "__main__":
    for record in trace():
        print(record)
