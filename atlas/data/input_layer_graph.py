import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two numeric columns given as zeta, alpha: they are put in the order of their names."""
    columns = [tf.feature_column.numeric_column("zeta"), tf.feature_column.numeric_column("alpha")]
    rows = tf.feature_column.input_layer({"zeta": tf.constant([[1.0]]), "alpha": tf.constant([[2.0]])}, columns)

    with tf.Session() as sess:
        yield {"rows": sess.run(rows)}


if __name__ == "__main__":
    for record in trace():
        print(record)
