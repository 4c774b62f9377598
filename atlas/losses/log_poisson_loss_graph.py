import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The mean loss of three counts."""
    targets = tf.constant([1.0, 0.0, 3.0])
    log_input = tf.constant([0.5, -1.0, 0.0])
    loss = tf.reduce_mean(tf.nn.log_poisson_loss(log_input=log_input, targets=targets))
    with tf.Session() as sess:
        yield {"loss": sess.run(loss)}


if __name__ == "__main__":
    for record in trace():
        print(record)
