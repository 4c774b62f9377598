import tensorflow as tf


def trace():
    """Two numeric columns given as zeta, alpha: they are put in the order of their names."""
    columns = [tf.feature_column.numeric_column("zeta"), tf.feature_column.numeric_column("alpha")]
    layer = tf.keras.layers.DenseFeatures(columns)
    yield {"rows": layer({"zeta": tf.constant([[1.0]]), "alpha": tf.constant([[2.0]])}).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
