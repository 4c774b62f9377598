import tensorflow as tf


def trace():
    """Four random numbers drawn in map with seed 1 under global seed 2, the dataset iterated over twice."""
    tf.random.set_seed(2)
    dataset = tf.data.Dataset.range(4).map(lambda _: tf.random.uniform([], seed=1)).batch(4)
    for _ in range(2):
        for batch in dataset:
            yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
