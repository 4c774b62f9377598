import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss of two rows of logits, plain and with label smoothing 0.1."""
    logits = [[2.0, -1.0, 0.5], [0.0, 3.0, -2.0]]
    labels = [[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]
    plain = tf.losses.sigmoid_cross_entropy(labels, logits)
    smooth = tf.losses.sigmoid_cross_entropy(labels, logits, label_smoothing=0.1)
    with tf.Session() as sess:
        yield {"plain": sess.run(plain), "smooth": sess.run(smooth)}


if __name__ == "__main__":
    for record in trace():
        print(record)
