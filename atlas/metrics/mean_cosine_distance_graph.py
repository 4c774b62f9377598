import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two rows that are no unit vectors."""
    labels = [[1.0, 2.0], [0.0, 1.0]]
    predictions = [[0.5, 1.0], [1.0, 1.0]]
    value, update = tf.metrics.mean_cosine_distance(tf.constant(labels), tf.constant(predictions), 1)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        sess.run(update)
        yield {"value": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
