import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The share of three rows whose label is the first of three."""
    labels = tf.constant([[0], [2], [1]])
    logits = tf.constant([[0.5, 0.3, 0.2], [0.1, 0.5, 0.4], [0.2, 0.7, 0.1]])
    value, update = tf.metrics.recall_at_k(tf.cast(labels, tf.int64), logits, 1)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run(update)
        yield {"value": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
