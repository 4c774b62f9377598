import tensorflow as tf


def trace():
    """Two calls of eight numbers, none further than two deviations from 0, seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for _ in range(2):
        yield {"numbers": tf.random.truncated_normal([8], seed=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
