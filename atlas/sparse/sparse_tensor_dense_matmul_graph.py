import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 2x3 matrix with three numbers, two of them in one place, times a dense one."""
    matrix = tf.SparseTensor([[0, 0], [1, 2], [1, 2]], [1.0, 2.0, 10.0], [2, 3])
    dense = tf.constant([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])

    with tf.Session() as sess:
        yield {"product": sess.run(tf.sparse_tensor_dense_matmul(matrix, dense))}


if __name__ == "__main__":
    for record in trace():
        print(record)
