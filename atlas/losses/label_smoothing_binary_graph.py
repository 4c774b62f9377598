import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The gradient of the loss with label smoothing 0.2 to two logits."""
    logits = tf.constant([[2.0, -1.0]])
    loss = tf.losses.sigmoid_cross_entropy([[1.0, 0.0]], logits, label_smoothing=0.2)
    gradient = tf.gradients(loss, logits)[0]
    with tf.Session() as sess:
        yield {"loss": sess.run(loss), "gradient": sess.run(gradient)}


if __name__ == "__main__":
    for record in trace():
        print(record)
