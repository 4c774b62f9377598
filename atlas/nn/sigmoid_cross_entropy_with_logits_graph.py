import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Loss and gradient at logits far out, at 0 and at 3, labels 0, 0.5 and 1."""
    logits = tf.constant([-200.0, 0.0, 3.0, 200.0])
    labels = tf.constant([0.0, 1.0, 0.5, 0.0])
    loss = tf.nn.sigmoid_cross_entropy_with_logits(labels=labels, logits=logits)
    gradient = tf.gradients(loss, logits)[0]

    with tf.Session() as sess:
        values = sess.run([loss, gradient])
    yield {"loss": values[0], "gradient": values[1]}


if __name__ == "__main__":
    for record in trace():
        print(record)
