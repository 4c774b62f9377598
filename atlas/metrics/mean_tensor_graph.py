import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The mean of two batches, element by element."""
    values = tf.placeholder(tf.float32, [2])
    value, update = tf.metrics.mean_tensor(values)
    with tf.Session() as sess:
        sess.run(tf.local_variables_initializer())
        for batch in [[1.0, 2.0], [4.0, 0.5]]:
            sess.run(update, {values: batch})
            yield {"mean": sess.run(value)}


if __name__ == "__main__":
    for record in trace():
        print(record)
