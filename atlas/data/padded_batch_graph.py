import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Rows of one to four elements in batches of two, each padded to its own longest; -1 as padding."""
    dataset = tf.data.Dataset.range(1, 5).map(lambda n: tf.fill([tf.cast(n, tf.int32)], n))
    batch = dataset.padded_batch(2, [None], tf.constant(-1, tf.int64)).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        for _ in range(2):
            yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
