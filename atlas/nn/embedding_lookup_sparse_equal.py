import tensorflow as tf


def trace():
    """Mean of rows 1 and 3, and row 4, of a table in two shards, dealt out as TF1 does."""
    shards = [tf.constant([[0.0], [1.0], [2.0]]), tf.constant([[10.0], [11.0], [12.0]])]
    indices = tf.constant([[0, 0], [0, 1], [1, 0]], tf.int64)
    ids = tf.SparseTensor(indices, tf.constant([1, 3, 4], tf.int64), tf.constant([2, 2], tf.int64))
    yield {"rows": tf.compat.v1.nn.embedding_lookup_sparse(shards, ids, None, combiner="mean").numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
