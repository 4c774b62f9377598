import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The buckets of four texts among fifty."""
    column = tf.feature_column.categorical_column_with_hash_bucket("name", 50)
    texts = {"name": tf.constant([["a"], ["b"], ["zebra"], ["42"]])}
    rows = tf.feature_column.input_layer(texts, [tf.feature_column.indicator_column(column)])

    with tf.Session() as sess:
        yield {"buckets": sess.run(tf.argmax(rows, 1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
