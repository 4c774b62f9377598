import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The accuracy of six classes, unweighted and weighted."""
    labels = tf.constant([0, 1, 1, 0, 1, 0])
    predictions = tf.constant([0, 1, 0, 0, 1, 1])
    weights = [1.0, 1.0, 2.0, 0.0, 0.5, 0.5]
    plain, update_plain = tf.metrics.accuracy(labels, predictions)
    weighted, update_weighted = tf.metrics.accuracy(labels, predictions, weights)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run([update_plain, update_weighted])
        yield {"plain": sess.run(plain), "weighted": sess.run(weighted)}


if __name__ == "__main__":
    for record in trace():
        print(record)
