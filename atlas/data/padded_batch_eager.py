import tensorflow as tf


def trace():
    """Rows of one to four elements in batches of two, each padded to its own longest; -1 as padding."""
    dataset = tf.data.Dataset.range(1, 5).map(lambda n: tf.fill([tf.cast(n, tf.int32)], n))
    for batch in dataset.padded_batch(2, [None], tf.constant(-1, tf.int64)):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
