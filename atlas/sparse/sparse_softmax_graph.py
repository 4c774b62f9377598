import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Softmax over the numbers that are there, the places without one left out."""
    logits = tf.SparseTensor([[0, 0], [0, 2], [1, 1]], [1.0, 2.0, -3.0], [2, 3])

    with tf.Session() as sess:
        yield {"softmax": sess.run(tf.sparse_softmax(logits).values)}


if __name__ == "__main__":
    for record in trace():
        print(record)
