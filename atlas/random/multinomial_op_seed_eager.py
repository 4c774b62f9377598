import tensorflow as tf


def trace():
    """Two calls with the seed 1, no global seed."""
    for _ in range(2):
        yield {"drawn": tf.random.categorical([[0.0, 1.0, 0.5, -1.0]], 10, seed=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
