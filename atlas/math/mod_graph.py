import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Remainders of -7 and 7 by 2 and -2, of floats by 0.1 and by infinity, and the one that C takes."""
    x, y = tf.constant([-7, 7, -7, 7]), tf.constant([2, 2, -2, -2])
    far = float("inf")
    floats = tf.mod(tf.constant([-7.0, 1.0, -7.0, 5.0]), tf.constant([2.0, 0.1, -2.0, far]))

    with tf.Session() as sess:
        yield {"remainder": sess.run(tf.mod(x, y))}
        yield {"remainder": sess.run(floats)}
        yield {"remainder": sess.run(tf.truncatemod(x, y))}


if __name__ == "__main__":
    for record in trace():
        print(record)
