import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Two steps on a table of four rows, of which the batches name 0 and 1, then 0."""
    table = tf.Variable([[5.0], [5.0], [5.0], [5.0]])
    ids = tf.placeholder(tf.int32)
    loss = tf.reduce_sum(tf.nn.embedding_lookup(table, ids))
    step = tf.train.FtrlOptimizer(0.1).minimize(loss)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for batch in [[0, 1], [0]]:
            sess.run(step, {ids: batch})
            yield {"rows": sess.run(table)[:, 0]}


if __name__ == "__main__":
    for record in trace():
        print(record)
