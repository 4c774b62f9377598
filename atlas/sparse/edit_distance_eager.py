import tensorflow as tf


def trace():
    """From a, c to a, b, c: one of three; from nothing to nothing, and from one to nothing; counted too."""
    hypothesis = tf.SparseTensor([[0, 0], [0, 1], [2, 0]], ["a", "c", "x"], [3, 2])
    truth = tf.SparseTensor([[0, 0], [0, 1], [0, 2]], ["a", "b", "c"], [3, 3])
    yield {"distance": tf.edit_distance(hypothesis, truth).numpy()}
    yield {"distance": tf.edit_distance(hypothesis, truth, normalize=False).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
