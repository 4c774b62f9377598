import tensorflow as tf


def trace():
    """Softmax over the numbers that are there, the places without one left out."""
    logits = tf.SparseTensor([[0, 0], [0, 2], [1, 1]], [1.0, 2.0, -3.0], [2, 3])
    yield {"softmax": tf.sparse.softmax(logits).values.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
