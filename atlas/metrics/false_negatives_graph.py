import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """How many of ten scores are false negatives."""
    labels = tf.constant([0, 1, 1, 0, 1, 0, 1, 0, 0, 1])
    scores = tf.constant([0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.05, 0.6, 0.3, 0.45])
    value, update = tf.metrics.false_negatives(labels, scores)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run(update)
        yield {"value": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
