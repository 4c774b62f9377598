import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The precision of ten predictions of 0 and 1, and of their scores."""
    labels = tf.constant([0, 1, 1, 0, 1, 0, 1, 0, 0, 1])
    scores = tf.constant([0.1, 0.4, 0.35, 0.8, 0.9, 0.2, 0.05, 0.6, 0.3, 0.45])
    predictions = tf.constant([0, 0, 0, 1, 1, 0, 0, 1, 0, 0])
    classes, update_classes = tf.metrics.precision(labels, predictions)
    raw, update_raw = tf.metrics.precision(labels, scores)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run([update_classes, update_raw])
        yield {"classes": sess.run(classes), "raw": sess.run(raw)}


if __name__ == "__main__":
    for record in trace():
        print(record)
