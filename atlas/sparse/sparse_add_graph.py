import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A sum in which one place becomes 0, with and without the bound below which places are left out; its row sums."""
    first = tf.SparseTensor([[0, 0], [1, 2]], [1.0, 2.0], [2, 3])
    second = tf.SparseTensor([[0, 0], [1, 1]], [-1.0, 0.5], [2, 3])
    plain, bounded = tf.sparse_add(first, second), tf.sparse_add(first, second, 0.1)

    with tf.Session() as sess:
        values = sess.run([plain.values, bounded.values, tf.sparse_reduce_sum(plain, 1)])
    yield {"plain": values[0], "bounded": values[1], "rows": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
