import numpy as np
import tensorflow as tf


def trace():
    """One step of two simple cells, one upon the other."""
    x = np.array([[0.5, -1.0], [1.5, 0.25]], np.float32)
    h = np.array([[0.1, -0.2, 0.3], [0.0, 0.5, -0.5]], np.float32)
    first = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    second = ((np.arange(18) * 37 % 11 - 5) / 7).reshape([6, 3]).astype(np.float32)
    bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    cells = tf.keras.layers.StackedRNNCells([tf.keras.layers.SimpleRNNCell(3), tf.keras.layers.SimpleRNNCell(3)])
    cells.build((None, 2))
    cells.set_weights([first[:2], first[2:], bias, second[:3], second[3:], bias])
    output, state = cells(tf.constant(x), [tf.constant(h), tf.constant(h)])
    yield {"h": output.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
