import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The buckets of three pairs of texts among fifty."""
    column = tf.feature_column.crossed_column(["first", "second"], 50)
    texts = {"first": tf.constant([["a"], ["b"], ["a"]]), "second": tf.constant([["x"], ["y"], ["y"]])}
    rows = tf.feature_column.input_layer(texts, [tf.feature_column.indicator_column(column)])

    with tf.Session() as sess:
        yield {"buckets": sess.run(tf.argmax(rows, 1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
