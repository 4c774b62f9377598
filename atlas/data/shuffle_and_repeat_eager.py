import tensorflow as tf


def trace():
    """Six numbers, two epochs, seed 1 under global seed 2."""
    tf.random.set_seed(2)
    for batch in tf.data.Dataset.range(6).shuffle(6, seed=1).repeat(2).batch(6):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
