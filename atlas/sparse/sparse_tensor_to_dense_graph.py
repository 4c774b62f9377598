import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A sparse 2x3 matrix with -1 where there is no number."""
    x = tf.SparseTensor([[0, 0], [1, 2]], [1.0, 2.0], [2, 3])

    with tf.Session() as sess:
        yield {"y": sess.run(tf.sparse_tensor_to_dense(x, -1.0))}


if __name__ == "__main__":
    for record in trace():
        print(record)
