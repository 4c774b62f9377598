import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One step of two rows, with a fixed kernel and bias."""
    x = np.array([[0.5, -1.0], [1.5, 0.25]], np.float32)
    h = np.array([[0.1, -0.2, 0.3], [0.0, 0.5, -0.5]], np.float32)
    gates = ((np.arange(30) * 37 % 11 - 5) / 7).reshape([5, 6]).astype(np.float32)
    candidate = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    gates_bias = ((np.arange(6) * 5 % 7 - 3) / 10).astype(np.float32)
    candidate_bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    output, state = tf.nn.rnn_cell.GRUCell(3)(tf.constant(x), tf.constant(h))
    with tf.Session() as sess:
        for variable, value in zip(tf.trainable_variables(), [gates, gates_bias, candidate, candidate_bias]):
            sess.run(variable.assign(value))
        yield {"h": sess.run(state)}


if __name__ == "__main__":
    for record in trace():
        print(record)
