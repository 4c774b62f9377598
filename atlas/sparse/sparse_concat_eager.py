import tensorflow as tf


def trace():
    """A 1x2 and a 1x3 matrix side by side, and one above the other, which needs leave to be uneven."""
    first = tf.SparseTensor([[0, 0]], [1.0], [1, 2])
    second = tf.SparseTensor([[0, 2]], [2.0], [1, 3])
    beside = tf.sparse.concat(1, [first, second])
    above = tf.sparse.concat(0, [first, second], expand_nonconcat_dims=True)
    for joined in (beside, above):
        yield {
            "indices": joined.indices.numpy(),
            "values": joined.values.numpy(),
            "shape": joined.dense_shape.numpy(),
        }


if __name__ == "__main__":
    for record in trace():
        print(record)
