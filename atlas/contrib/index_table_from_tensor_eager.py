import tensorflow as tf


def trace():
    """The numbers of two known words and an unknown one."""
    layer = tf.keras.layers.StringLookup(vocabulary=["apple", "pear"])
    yield {"numbers": layer(tf.constant(["pear", "apple", "plum"])).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
