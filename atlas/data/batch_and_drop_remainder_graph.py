import tensorflow as tf


def trace():
    """Five numbers in batches of two, as many as there are."""
    dataset = tf.data.Dataset.range(5).apply(tf.contrib.data.batch_and_drop_remainder(2))
    iterator = dataset.make_one_shot_iterator()
    batch = iterator.get_next()

    with tf.Session() as sess:
        for _ in range(2):
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
