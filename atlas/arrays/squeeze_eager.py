import tensorflow as tf


def trace():
    """The first of two axes of one is dropped, and an axis is put in."""
    x = tf.reshape(tf.range(3.0), [1, 3, 1])
    yield {"squeezed": tf.squeeze(x, axis=[0]).numpy(), "expanded": tf.expand_dims(tf.range(2.0), axis=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
