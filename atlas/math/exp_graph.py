import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Exponentials and their gradients, from far below 0 to beyond what a float32 holds."""
    x = tf.constant([-104.0, -11.283, -8.235, -5.018, 0.26, 1.072, 1.219, 4.996, 9.431, 17.7, 88.8])
    y = tf.exp(x)

    with tf.Session() as sess:
        values = sess.run([y, tf.gradients(y, x)[0]])
    yield {"y": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
