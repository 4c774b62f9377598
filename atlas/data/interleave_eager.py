import tensorflow as tf


def trace():
    """Three datasets of four elements, two at a time, a block of two from each."""
    dataset = tf.data.Dataset.range(3).interleave(
        lambda n: tf.data.Dataset.range(4).map(lambda k: 10 * n + k), cycle_length=2, block_length=2
    )
    for batch in dataset.batch(12):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
