import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Row sums of a sparse 2x3 matrix that has one row without a number."""
    x = tf.SparseTensor([[0, 0], [0, 2]], [1.0, 2.0], [2, 3])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.sparse_reduce_sum(x, 1))}


if __name__ == "__main__":
    for record in trace():
        print(record)
