import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Loss and gradient of two rows, one with a logit that is far out."""
    logits = tf.constant([[1.0, -1.0, 0.5], [200.0, 0.0, -200.0]])
    loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.constant([2, 1]), logits=logits)
    gradient = tf.gradients(loss, logits)[0]

    with tf.Session() as sess:
        values = sess.run([loss, gradient])
    yield {"loss": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
