import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The loss of three rows of logits, without weights and with weights 1, 0 and 2."""
    logits = [[2.0, -1.0, 0.5], [0.0, 3.0, -2.0], [1.0, 1.0, 0.0]]
    labels = [0, 2, 1]
    weights = [1.0, 0.0, 2.0]
    plain = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    weighted = tf.losses.sparse_softmax_cross_entropy(labels, logits, weights=weights)
    with tf.Session() as sess:
        yield {"plain": sess.run(plain), "weighted": sess.run(weighted)}


if __name__ == "__main__":
    for record in trace():
        print(record)
