import tensorflow as tf


def trace():
    """Six numbers repeated and then shuffled with seed 1 under global seed 2: the epochs run into each other."""
    tf.random.set_seed(2)
    for batch in tf.data.Dataset.range(6).repeat(2).shuffle(6, seed=1).batch(12):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
