import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three numbers in a row of five, two of them for place 3."""
    with tf.Session() as sess:
        yield {"dense": sess.run(tf.sparse_to_dense([3, 1, 3], [5], [7.0, 9.0, 8.0], validate_indices=False))}


if __name__ == "__main__":
    for record in trace():
        print(record)
