import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients of a long vector, a short one, zeros, a NaN and an infinity, clipped to length 1."""
    with tf.Session() as sess:
        for vector in ([3.0, -4.0], [0.03, -0.04], [0.0, 0.0], [float("nan"), 1.0], [float("inf"), 1.0]):
            x = tf.constant(vector)
            clipped = tf.clip_by_norm(x, 1.0)
            values = sess.run([clipped, tf.gradients(clipped, x)[0]])
            yield {"clipped": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
