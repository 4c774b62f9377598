import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """One step on a table of four rows, of which a batch names row 0 twice and row 2 once."""
    table = tf.Variable([[5.0], [5.0], [5.0], [5.0]])
    ids = tf.placeholder(tf.int32)
    loss = tf.reduce_sum(tf.nn.embedding_lookup(table, ids))
    step = tf.train.RMSPropOptimizer(0.1).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for batch in [[0, 0, 2]]:
            sess.run(step, {ids: batch})
            yield {"rows": sess.run(table)[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
