import tensorflow as tf


def trace():
    """The penalty of 1, -2, 3 with 0.1 and 0.01."""
    w = tf.constant([1.0, -2.0, 3.0])
    penalty = tf.keras.regularizers.l1_l2(0.1, 0.01 / 2)(w)
    yield {"penalty": penalty.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
