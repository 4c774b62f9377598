import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One step of two simple cells, one upon the other."""
    x = np.array([[0.5, -1.0], [1.5, 0.25]], np.float32)
    h = np.array([[0.1, -0.2, 0.3], [0.0, 0.5, -0.5]], np.float32)
    first = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    second = ((np.arange(18) * 37 % 11 - 5) / 7).reshape([6, 3]).astype(np.float32)
    bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    cells = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicRNNCell(3), tf.nn.rnn_cell.BasicRNNCell(3)])
    output, state = cells(tf.constant(x), (tf.constant(h), tf.constant(h)))
    with tf.Session() as sess:
        for variable, value in zip(tf.trainable_variables(), [first, bias, second, bias]):
            sess.run(variable.assign(value))
        yield {"h": sess.run(output)}


if __name__ == "__main__":
    for record in trace():
        print(record)
