import tensorflow as tf


def trace():
    """The penalty of a layer whose kernel is 2, 2, with 0.01 times the sum of squares."""
    layer = tf.keras.layers.Dense(
        1, kernel_initializer=tf.constant_initializer(2.0), kernel_regularizer=tf.keras.regularizers.l2(0.01)
    )
    layer(tf.ones([1, 2]))
    yield {"penalty": tf.add_n(layer.losses).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
