import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values and gradients below, at and above the bounds -1 and 1, and of NaN."""
    x = tf.constant([-2.0, -1.0, 0.5, 1.0, 2.0, float("nan"), float("inf")])
    clipped = tf.clip_by_value(x, -1.0, 1.0)

    with tf.Session() as sess:
        values = sess.run([clipped, tf.gradients(clipped, x)[0]])
    yield {"clipped": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
