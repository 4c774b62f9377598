import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """A 1x2 and a 1x3 matrix side by side, and one above the other, which needs leave to be uneven."""
    first = tf.SparseTensor([[0, 0]], [1.0], [1, 2])
    second = tf.SparseTensor([[0, 2]], [2.0], [1, 3])
    beside = tf.sparse_concat(1, [first, second])
    above = tf.sparse_concat(0, [first, second], expand_nonconcat_dim=True)

    with tf.Session() as sess:
        for joined in (beside, above):
            values = sess.run([joined.indices, joined.values, joined.dense_shape])
            yield {"indices": values[0], "values": values[1], "shape": values[2]}


if __name__ == "__main__":
    for record in trace():
        print(record)
