import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The accuracy per class, averaged over three classes."""
    labels = tf.constant([0, 1, 2, 0, 1, 2])
    predictions = tf.constant([0, 1, 1, 0, 2, 2])
    value, update = tf.metrics.mean_per_class_accuracy(labels, predictions, 3)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run(update)
        yield {"value": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
