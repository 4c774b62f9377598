import tensorflow as tf


def trace():
    """Two numbers in a row of five, -1 elsewhere; and in any order, without a check."""
    sparse = tf.SparseTensor([[1], [3]], [7.0, 9.0], [5])
    yield {"dense": tf.sparse.to_dense(sparse, -1.0).numpy()}
    sparse = tf.SparseTensor([[3], [1], [3]], [7.0, 9.0, 8.0], [5])
    yield {"dense": tf.sparse.to_dense(sparse, validate_indices=False).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
