import tensorflow as tf


def trace():
    """Five numbers in batches of two, the odd one dropped."""
    for batch in tf.data.Dataset.range(5).batch(2, drop_remainder=True):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
