import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Second derivatives of x^2 y + y^3 at 2, 3."""
    x = tf.constant([2.0, 3.0])
    y = x[0] * x[0] * x[1] + x[1] * x[1] * x[1]

    with tf.Session() as sess:
        yield {"hessian": sess.run(tf.hessians(y, x)[0])}


if __name__ == "__main__":
    for record in trace():
        print(record)
