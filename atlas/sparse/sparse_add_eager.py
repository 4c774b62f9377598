import tensorflow as tf


def trace():
    """A sum in which one place becomes 0, with and without the bound below which places are left out; its row sums."""
    first = tf.SparseTensor([[0, 0], [1, 2]], [1.0, 2.0], [2, 3])
    second = tf.SparseTensor([[0, 0], [1, 1]], [-1.0, 0.5], [2, 3])
    plain, bounded = tf.sparse.add(first, second), tf.sparse.add(first, second, 0.1)
    rows = tf.sparse.reduce_sum(plain, 1)
    yield {"plain": plain.values.numpy(), "bounded": bounded.values.numpy(), "rows": rows.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
