import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The mean loss of three counts."""
    loss = tf.reduce_mean(tf.nn.log_poisson_loss(tf.constant([1.0, 0.0, 3.0]), tf.constant([0.5, -1.0, 0.0])))
    with tf.Session() as sess:
        yield {"loss": sess.run(loss)}


if __name__ == "__main__":
    for record in trace():
        print(record)
