import tensorflow as tf


def trace():
    """Two calls of ten draws from four logits, one of them far below, seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for _ in range(2):
        yield {"draws": tf.random.categorical([[0.0, 1.0, 0.5, -50.0]], 10, seed=1).numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
