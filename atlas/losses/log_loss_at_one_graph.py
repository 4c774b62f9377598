import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Loss and gradient for the label 0 and probabilities 1 and 0.9999999."""
    p = tf.placeholder(tf.float32, [1, 1])
    label = tf.placeholder(tf.float32, [1, 1])
    loss = tf.losses.log_loss(label, p)
    gradient = tf.gradients(loss, p)[0]
    with tf.Session() as sess:
        for probability, truth in [(1.0, 0.0), (0.9999999, 0.0)]:
            feed = {p: [[probability]], label: [[truth]]}
            yield {"loss": sess.run(loss, feed), "gradient": sess.run(gradient, feed)}


if __name__ == "__main__":
    for record in trace():
        print(record)
