import tensorflow as tf


def trace():
    """Values with the default slope."""
    yield {"y": tf.keras.layers.LeakyReLU()(tf.constant([-3.0, 0.0, 0.1])).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
