import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One step of two rows, with a fixed kernel and bias."""
    x = np.array([[0.5, -1.0], [1.5, 0.25]], np.float32)
    h = np.array([[0.1, -0.2, 0.3], [0.0, 0.5, -0.5]], np.float32)
    c = np.array([[0.5, 0.25, -0.25], [1.0, 0.0, -1.0]], np.float32)
    kernel = ((np.arange(60) * 37 % 11 - 5) / 7).reshape([5, 12]).astype(np.float32)
    bias = ((np.arange(12) * 5 % 7 - 3) / 10).astype(np.float32)
    output, state = tf.nn.rnn_cell.BasicLSTMCell(3)(
        tf.constant(x), tf.nn.rnn_cell.LSTMStateTuple(tf.constant(c), tf.constant(h))
    )
    with tf.Session() as sess:
        for variable, value in zip(tf.trainable_variables(), [kernel, bias]):
            sess.run(variable.assign(value))
        yield {"h": sess.run(state.h), "c": sess.run(state.c)}


if __name__ == "__main__":
    for record in trace():
        print(record)
