import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Four steps of a simple RNN in both directions."""
    x = ((np.arange(8) * 37 % 11 - 5) / 7).reshape([1, 4, 2]).astype(np.float32)
    kernel = ((np.arange(15) * 37 % 11 - 5) / 7).reshape([5, 3]).astype(np.float32)
    bias = ((np.arange(3) * 5 % 7 - 3) / 10).astype(np.float32)
    cells = [tf.nn.rnn_cell.BasicRNNCell(3), tf.nn.rnn_cell.BasicRNNCell(3)]
    outputs, states = tf.nn.bidirectional_dynamic_rnn(cells[0], cells[1], tf.constant(x), dtype=tf.float32)
    with tf.Session() as sess:
        for variable, value in zip(tf.trainable_variables(), [kernel, bias, -kernel, bias]):
            sess.run(variable.assign(value))
        yield {"forward": sess.run(outputs[0]), "backward": sess.run(outputs[1])}


if __name__ == "__main__":
    for record in trace():
        print(record)
