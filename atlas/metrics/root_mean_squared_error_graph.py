import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The root of the mean squared error of four numbers."""
    labels = tf.constant([1.0, 2.0, -3.0, 0.5])
    predictions = tf.constant([1.5, 2.0, -1.0, 0.0])
    value, update = tf.metrics.root_mean_squared_error(labels, predictions)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run(update)
        yield {"value": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
