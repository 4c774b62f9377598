import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Buckets at, below and above the bounds 0 and 10."""
    column = tf.feature_column.bucketized_column(tf.feature_column.numeric_column("x"), [0.0, 10.0])
    rows = tf.feature_column.input_layer({"x": tf.constant([[-1.0], [0.0], [9.9], [10.0], [11.0]])}, [column])

    with tf.Session() as sess:
        yield {"buckets": sess.run(tf.argmax(rows, 1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
