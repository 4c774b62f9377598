import numpy as np
import tensorflow as tf


def trace():
    """One step of two rows, with a fixed kernel and bias."""
    x = np.array([[0.5, -1.0], [1.5, 0.25]], np.float32)
    h = np.array([[0.1, -0.2, 0.3], [0.0, 0.5, -0.5]], np.float32)
    gates = ((np.arange(30) * 37 % 11 - 5) / 7).reshape([5, 6]).astype(np.float32)
    candidate = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    gates_bias = ((np.arange(6) * 5 % 7 - 3) / 10).astype(np.float32)
    candidate_bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    cell = tf.keras.layers.GRUCell(3, reset_after=False)
    cell.build((None, 2))
    kernel = np.hstack([gates[:, 3:], gates[:, :3], candidate])
    bias = np.hstack([gates_bias[3:], gates_bias[:3], candidate_bias])
    cell.set_weights([kernel[:2], kernel[2:], bias])
    output, state = cell(tf.constant(x), [tf.constant(h)])
    yield {"h": output.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
