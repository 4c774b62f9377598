import tensorflow as tf


def trace():
    """Three steps on a table of four rows, of which the first batch names 0 and 1, the others 0 alone."""
    table = tf.Variable([[5.0], [5.0], [5.0], [5.0]])
    optimizer = tf.compat.v1.train.MomentumOptimizer(0.1, 0.9)
    for batch in [[0, 1], [0, 0], [0, 0]]:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.nn.embedding_lookup(table, batch))
        optimizer.apply_gradients([(tape.gradient(loss, table), table)])
        yield {"rows": table.numpy()[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
