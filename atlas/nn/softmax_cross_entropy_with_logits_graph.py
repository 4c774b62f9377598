import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Loss and gradient where the labels are computed from the same w as the logits."""
    w = tf.constant([[1.0, -1.0, 0.5]])
    labels = tf.nn.softmax(2 * w)
    loss = tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=w)
    gradient = tf.gradients(loss, w)[0]

    with tf.Session() as sess:
        values = sess.run([loss, gradient])
    yield {"loss": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
