import tensorflow as tf


def trace():
    """The bias of an LSTM cell and that of the gates of a GRU cell at the start."""
    lstm = tf.keras.layers.LSTMCell(1, unit_forget_bias=False)
    gru = tf.keras.layers.GRUCell(1, reset_after=False, bias_initializer=tf.constant_initializer([1.0, 1.0, 0.0]))
    lstm.build((None, 1))
    gru.build((None, 1))
    yield {"lstm": lstm.get_weights()[2], "gru": gru.get_weights()[2][:2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
