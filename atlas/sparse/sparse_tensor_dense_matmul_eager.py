import tensorflow as tf


def trace():
    """A 2x3 matrix with three numbers, two of them in one place, times a dense one."""
    matrix = tf.SparseTensor([[0, 0], [1, 2], [1, 2]], [1.0, 2.0, 10.0], [2, 3])
    dense = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    yield {"product": tf.sparse.sparse_dense_matmul(matrix, dense).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
