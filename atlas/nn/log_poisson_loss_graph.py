import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Losses of counts 0, 2 and 5, with Stirling's term, which counts from 1 on."""
    x, y = tf.constant([0.0, 2.0, 5.0]), tf.constant([0.5, 0.1, 2.0])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.nn.log_poisson_loss(x, y, True))}


if __name__ == "__main__":
    for record in trace():
        print(record)
