import tensorflow as tf


def trace():
    """One step on a table of four rows, of which a batch names row 0 twice and row 2 once."""
    table = tf.Variable([[5.0], [5.0], [5.0], [5.0]])
    optimizer = tf.compat.v1.train.RMSPropOptimizer(0.1)
    for batch in [[0, 0, 2]]:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.nn.embedding_lookup(table, batch))
        optimizer.apply_gradients([(tape.gradient(loss, table), table)])
        yield {"rows": table.numpy()[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
