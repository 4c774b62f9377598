import tensorflow as tf


def trace():
    """A sparse 2x3 matrix with -1 where there is no number."""
    x = tf.SparseTensor([[0, 0], [1, 2]], [1.0, 2.0], [2, 3])
    yield {"y": tf.sparse.to_dense(x, -1.0).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
