import numpy as np
import tensorflow as tf


def trace():
    """Four steps of a simple RNN in both directions."""
    x = ((np.arange(8) * 37 % 11 - 5) / 7).reshape([1, 4, 2]).astype(np.float32)
    kernel = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    layer = tf.keras.layers.Bidirectional(tf.keras.layers.SimpleRNN(3, return_sequences=True))
    layer.build((None, 4, 2))
    layer.set_weights([kernel[:2], kernel[2:], bias, -kernel[:2], -kernel[2:], bias])
    forward, backward = tf.split(layer(tf.constant(x)), 2, axis=-1)
    yield {"forward": forward.numpy(), "backward": backward.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
