import tensorflow as tf


def trace():
    """Three steps on a table of four rows, of which the first batch names 0 and 1, the others 0 and 2."""
    table = tf.Variable([[5.0], [5.0], [5.0], [5.0]])
    optimizer = tf.keras.optimizers.Adam(0.1)
    for batch in [[0, 1], [0, 2], [0, 2]]:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.nn.embedding_lookup(table, batch))
        optimizer.apply_gradients([(tape.gradient(loss, table), table)])
        yield {"rows": table.numpy()[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
