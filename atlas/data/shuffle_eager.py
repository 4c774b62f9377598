import tensorflow as tf


def trace():
    """Ten numbers shuffled with seed 1 under global seed 2, the dataset iterated over twice."""
    tf.random.set_seed(2)
    dataset = tf.data.Dataset.range(10).shuffle(10, seed=1).batch(10)
    for _ in range(2):
        for batch in dataset:
            yield {"batch": batch.numpy()}


if __name__ == "__main__":
    for record in trace():
        print(record)
