import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    """Three datasets of four elements, two at a time, a block of two from each."""
    dataset = tf.data.Dataset.range(3).interleave(
        lambda n: tf.data.Dataset.range(4).map(lambda k: 10 * n + k), cycle_length=2, block_length=2
    )
    batch = dataset.batch(12).make_one_shot_iterator().get_next()

    with tf.Session() as sess:
        yield {"batch": sess.run(batch)}


if __name__ == "__main__":
    for record in trace():
        print(record)
