import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four steps of a simple RNN, all outputs."""
    x = ((np.arange(8) * 37 % 11 - 5) / 7).reshape([1, 4, 2]).astype(np.float32)
    kernel = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    outputs, state = tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicRNNCell(3), tf.constant(x), dtype=tf.float32)
    with tf.Session() as sess:
        for variable, value in zip(tf.trainable_variables(), [kernel, bias]):
            sess.run(variable.assign(value))
        yield {"outputs": sess.run(outputs)}


if __name__ == "__main__":
    for record in trace():
        print(record)
