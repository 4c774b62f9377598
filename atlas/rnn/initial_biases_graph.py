import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """The bias of an LSTM cell and that of the gates of a GRU cell at the start."""
    x = tf.zeros([1, 1])
    with tf.variable_scope("lstm"):
        tf.nn.rnn_cell.BasicLSTMCell(1)(x, tf.nn.rnn_cell.LSTMStateTuple(x, x))
    with tf.variable_scope("gru"):
        tf.nn.rnn_cell.GRUCell(1)(x, x)
    lstm_kernel, lstm_bias, gates, gates_bias, candidate, candidate_bias = tf.trainable_variables()
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        yield {"lstm": sess.run(lstm_bias), "gru": sess.run(gates_bias)}


if __name__ == "__main__":
    for record in trace():
        print(record)
