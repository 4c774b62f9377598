import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows of -1, 0, 2: positive parts and then negative parts along the last axis."""
    y = tf.nn.crelu(tf.constant([[-1.0, 0.0, 2.0], [3.0, -4.0, float("nan")]]))

    with tf.Session() as sess:
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
