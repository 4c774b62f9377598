import tensorflow as tf


def trace():
    """Three labels of three classes."""
    labels = [1, 0, 2]
    y = tf.contrib.layers.one_hot_encoding(tf.constant(labels, tf.int64), 3)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"y": sess.run(y)}


if __name__ == "__main__":
    for record in trace():
        print(record)
