import tensorflow as tf


def trace():
    """Five numbers in batches of two, as many as there are."""
    for batch in tf.data.Dataset.range(5).batch(2):
        yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
