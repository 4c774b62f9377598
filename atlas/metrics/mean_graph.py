import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The mean over two batches, weighted in the second, and of nothing at all."""
    values = tf.placeholder(tf.float32)
    weights = tf.placeholder(tf.float32)
    value, update = tf.metrics.mean(values, weights)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        yield {"mean": sess.run(value)}
        for batch, weight in [([1.0, 2.0, 4.0], [1.0, 1.0, 1.0]), ([3.0, 5.0], [0.5, 0.0])]:
            sess.run(update, {values: batch, weights: weight})
            yield {"mean": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
