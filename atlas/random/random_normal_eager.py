import tensorflow as tf


def trace():
    """Two calls of three normal numbers with means and deviations, and of float64, seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for _ in range(2):
        normal = tf.random.normal([3], 10.0, [1.0, 2.0, 3.0], seed=1)
        doubles = tf.random.normal([2], dtype=tf.float64, seed=1)
        yield {"normal": normal.numpy(), "doubles": doubles.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
