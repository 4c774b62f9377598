import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Values with the default slope."""
    y = tf.nn.leaky_relu(tf.constant([-3.0, 0.0, 0.1]))

    with tf.Session() as sess:
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
